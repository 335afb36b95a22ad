// purpose: CONTAINS on the names of Policy: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX policy_search_text IF NOT EXISTS
FOR (n:Policy) ON (n.searchText)
