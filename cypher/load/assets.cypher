// purpose: writes Asset nodes by id, each with its own relationships (CONCERNS Segment, LOCATED_IN Region, NAMES
// Measure), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Asset {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Asset {id: row.key})
CALL (node) {
  MATCH (node)-[old:CONCERNS|LOCATED_IN]->()
  DELETE old
}
CALL (node) {
  MATCH (node)<-[old:NAMES]-()
  DELETE old
}
CALL (node, row) {
  UNWIND row.links.regions AS key
  MATCH (other:Region {code: key})
  CREATE (node)-[edge:LOCATED_IN]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.segments AS key
  MATCH (other:Segment {code: key})
  CREATE (node)-[edge:CONCERNS]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.measures AS key
  MATCH (other:Measure {id: key})
  CREATE (other)-[edge:NAMES]->(node)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
