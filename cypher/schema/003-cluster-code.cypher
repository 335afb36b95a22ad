// purpose: Cluster is known by code
// parameters: none
// columns: none
CREATE CONSTRAINT cluster_code IF NOT EXISTS
FOR (n:Cluster) REQUIRE n.code IS UNIQUE
