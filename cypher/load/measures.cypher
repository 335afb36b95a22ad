// purpose: writes Measure nodes by id, each with its own relationships (PART_OF Policy), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Measure {id: row.key})
SET node = row.properties, node.importId = $importId
SET node.number = toInteger(row.properties.number), node.chapter = toInteger(row.properties.chapter)
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Measure {id: row.key})
CALL (node) {
  MATCH (node)-[old:PART_OF]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Policy {id: row.links.policy})
  CREATE (node)-[edge:PART_OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
