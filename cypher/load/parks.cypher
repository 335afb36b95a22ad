// purpose: writes Park nodes by id, each with its own relationships (LOCATED_IN Region), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Park {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Park {id: row.key})
CALL (node) {
  MATCH (node)-[old:LOCATED_IN]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Region {code: row.links.region})
  CREATE (node)-[edge:LOCATED_IN]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
