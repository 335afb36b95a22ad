// purpose: CONTAINS on the names of Segment: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX segment_search_text IF NOT EXISTS
FOR (n:Segment) ON (n.searchText)
