// purpose: writes (Measure)-[:NAMES]->(Policy) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Measure {id: row.links.measure})
CALL (row) {
  MATCH (to:Policy {id: row.links.policy})
  RETURN to
}
MERGE (from)-[edge:NAMES {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
