// purpose: writes Clause nodes by id, each with its own relationships (OF Measure), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Clause {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Clause {id: row.key})
CALL (node) {
  MATCH (node)-[old:OF]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Measure {id: row.links.measure})
  CREATE (node)-[edge:OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
