// purpose: writes (Firm)-[:OPERATES_IN]->(Segment) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Firm {id: row.links.firm})
CALL (row) {
  MATCH (to:Segment {code: row.links.segment})
  RETURN to
}
MERGE (from)-[edge:OPERATES_IN {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
