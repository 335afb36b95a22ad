// purpose: writes Statement nodes by id, each with its own relationships (ABOUT Park, ABOUT Region, ABOUT Segment),
// which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Statement {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Statement {id: row.key})
CALL (node) {
  MATCH (node)-[old:ABOUT]->()
  DELETE old
}
CALL (node, row) {
  UNWIND row.links.regions AS key
  MATCH (other:Region {code: key})
  CREATE (node)-[edge:ABOUT]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.segments AS key
  MATCH (other:Segment {code: key})
  CREATE (node)-[edge:ABOUT]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.parks AS key
  MATCH (other:Park {id: key})
  CREATE (node)-[edge:ABOUT]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
