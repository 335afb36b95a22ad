// purpose: All strategic clusters.
// parameters: none
// columns: code STRING, nameZh STRING, nameEn STRING, kind STRING, rank INTEGER, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 280
MATCH (cluster:Cluster)
RETURN cluster.code AS code, cluster.nameZh AS nameZh, cluster.nameEn AS nameEn, cluster.kind AS kind,
       cluster.rank AS rank, cluster.sources AS sources, cluster.positions AS positions, cluster.quotes AS quotes
ORDER BY cluster.kind DESC, cluster.rank
