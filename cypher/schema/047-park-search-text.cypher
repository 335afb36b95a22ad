// purpose: CONTAINS on the names of Park: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX park_search_text IF NOT EXISTS
FOR (n:Park) ON (n.searchText)
