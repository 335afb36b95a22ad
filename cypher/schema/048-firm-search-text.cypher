// purpose: CONTAINS on the names of Firm: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX firm_search_text IF NOT EXISTS
FOR (n:Firm) ON (n.searchText)
