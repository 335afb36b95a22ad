// purpose: writes (Measure)-[:APPLIES_TO]->(Segment|Region|Zone|Park|Cluster) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (measure:Measure {id: row.links.measure})
CALL (row) {
  MATCH (target:Segment {code: row.links.segment})
  RETURN target
  UNION ALL
  MATCH (target:Region {code: row.links.region})
  RETURN target
  UNION ALL
  MATCH (target:Zone {code: row.links.zone})
  RETURN target
  UNION ALL
  MATCH (target:Park {id: row.links.park})
  RETURN target
  UNION ALL
  MATCH (target:Cluster {code: row.links.cluster})
  RETURN target
}
MERGE (measure)-[edge:APPLIES_TO {factKey: row.key}]->(target)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
