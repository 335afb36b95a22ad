// purpose: All segments with parent or cluster.
// parameters: none
// columns: code STRING, nameZh STRING, nameEn STRING, level INTEGER, parent STRING, cluster STRING, gbt4754 LIST<STRING>, gbt4754Part LIST<STRING>, statistical BOOLEAN, aliases LIST<STRING>, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 5210
MATCH (segment:Segment)
OPTIONAL MATCH (segment)-[:PART_OF]->(parent:Segment)
OPTIONAL MATCH (segment)-[:PART_OF]->(cluster:Cluster)
RETURN segment.code AS code, segment.nameZh AS nameZh, segment.nameEn AS nameEn, segment.level AS level,
       parent.code AS parent, cluster.code AS cluster, segment.gbt4754 AS gbt4754, segment.gbt4754Part AS gbt4754Part,
       segment.statistical AS statistical, segment.aliases AS aliases,
       segment.sources AS sources, segment.positions AS positions, segment.quotes AS quotes
ORDER BY code
