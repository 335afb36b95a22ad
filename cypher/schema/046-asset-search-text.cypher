// purpose: CONTAINS on the names of Asset: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX asset_search_text IF NOT EXISTS
FOR (n:Asset) ON (n.searchText)
