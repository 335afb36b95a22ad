// purpose: writes Target nodes by id, each with its own relationships (CONCERNS Segment, OF Measure, OF Policy), which
// are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Target {id: row.key})
SET node = row.properties, node.importId = $importId
SET node.year = toInteger(row.properties.year)
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Target {id: row.key})
CALL (node) {
  MATCH (node)-[old:CONCERNS|OF]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Measure {id: row.links.measure})
  CREATE (node)-[edge:OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  MATCH (other:Policy {id: row.links.policy})
  CREATE (node)-[edge:OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.segments AS key
  MATCH (other:Segment {code: key})
  CREATE (node)-[edge:CONCERNS]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
