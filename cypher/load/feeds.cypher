// purpose: writes (Segment)-[:FEEDS]->(Segment) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Segment {code: row.links.from})
CALL (row) {
  MATCH (to:Segment {code: row.links.to})
  RETURN to
}
MERGE (from)-[edge:FEEDS {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
