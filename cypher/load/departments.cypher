// purpose: writes Department nodes by id, each with its own relationships (SUCCEEDED_BY Department), which are made
// anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Department {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Department {id: row.key})
CALL (node) {
  MATCH (node)-[old:SUCCEEDED_BY]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Department {id: row.links.successor})
  CREATE (node)-[edge:SUCCEEDED_BY]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
