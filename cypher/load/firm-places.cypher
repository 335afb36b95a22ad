// purpose: writes (Firm)-[:LOCATED_IN]->(Region) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Firm {id: row.links.firm})
CALL (row) {
  MATCH (to:Region {code: row.links.region})
  RETURN to
}
MERGE (from)-[edge:LOCATED_IN {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
