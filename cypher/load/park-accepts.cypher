// purpose: writes (Park)-[:ACCEPTS]->(Segment) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Park {id: row.links.park})
CALL (row) {
  MATCH (to:Segment {code: row.links.segment})
  RETURN to
}
MERGE (from)-[edge:ACCEPTS {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
