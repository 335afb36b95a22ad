// purpose: writes Coverage nodes by id, each with its own relationships (COVERS Region, COVERS Segment, STATED_BY
// Source), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Coverage {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Coverage {id: row.key})
CALL (node) {
  MATCH (node)-[old:COVERS|STATED_BY]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Source {id: row.links.source})
  CREATE (node)-[edge:STATED_BY]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.regions AS key
  MATCH (other:Region {code: key})
  CREATE (node)-[edge:COVERS]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.segments AS key
  MATCH (other:Segment {code: key})
  CREATE (node)-[edge:COVERS]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
