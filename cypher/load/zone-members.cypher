// purpose: writes (Region)-[:IN_ZONE]->(Zone) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Region {code: row.links.region})
CALL (row) {
  MATCH (to:Zone {code: row.links.zone})
  RETURN to
}
MERGE (from)-[edge:IN_ZONE {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
RETURN count(*) AS written
