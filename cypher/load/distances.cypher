// purpose: writes (Region)-[:DISTANCE]->(Region) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Region {code: row.links.from})
CALL (row) {
  MATCH (to:Region {code: row.links.to})
  RETURN to
}
MERGE (from)-[edge:DISTANCE {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
