// purpose: writes Policy nodes by id, each with its own relationships (IMPLEMENTS Policy, INTERPRETS Policy, ISSUED_BY
// Department), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Policy {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Policy {id: row.key})
CALL (node) {
  MATCH (node)-[old:IMPLEMENTS|INTERPRETS|ISSUED_BY]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Department {id: row.links.issuer})
  CREATE (node)-[edge:ISSUED_BY]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.implements AS key
  MATCH (other:Policy {id: key})
  CREATE (node)-[edge:IMPLEMENTS]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  UNWIND row.links.interprets AS key
  MATCH (other:Policy {id: key})
  CREATE (node)-[edge:INTERPRETS]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
