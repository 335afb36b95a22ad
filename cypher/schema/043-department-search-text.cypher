// purpose: CONTAINS on the names of Department: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX department_search_text IF NOT EXISTS
FOR (n:Department) ON (n.searchText)
