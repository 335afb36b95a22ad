// purpose: CONTAINS on the names of Cluster: one-character and in-word queries, which the cjk analyzer misses
// parameters: none
// columns: none
CREATE TEXT INDEX cluster_search_text IF NOT EXISTS
FOR (n:Cluster) ON (n.searchText)
