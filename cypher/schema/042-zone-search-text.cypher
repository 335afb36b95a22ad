// purpose: CONTAINS on the names of Zone: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX zone_search_text IF NOT EXISTS
FOR (n:Zone) ON (n.searchText)
