// purpose: CONTAINS on the names of Measure: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX measure_search_text IF NOT EXISTS
FOR (n:Measure) ON (n.searchText)
