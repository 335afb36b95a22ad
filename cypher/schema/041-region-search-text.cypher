// purpose: CONTAINS on the names of Region: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX region_search_text IF NOT EXISTS
FOR (n:Region) ON (n.searchText)
