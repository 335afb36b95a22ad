// purpose: writes (Region)-[:HOSTS]->(Segment) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (from:Region {code: row.links.region})
CALL (row) {
  MATCH (to:Segment {code: row.links.segment})
  RETURN to
}
MERGE (from)-[edge:HOSTS {factKey: row.key}]->(to)
SET edge = row.properties, edge.importId = $importId
SET edge.firms = toInteger(row.properties.firms)
SET edge.namedFirms = toInteger(row.properties.namedFirms)
SET edge.sizeUnknown = toInteger(row.properties.sizeUnknown)
RETURN count(*) AS written
