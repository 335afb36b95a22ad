// purpose: writes Segment nodes by code, each with its own relationships (PART_OF Cluster, PART_OF Segment), which are
// made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Segment {code: row.key})
SET node = row.properties, node.importId = $importId
SET node.level = toInteger(row.properties.level)
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Segment {code: row.key})
CALL (node) {
  MATCH (node)-[old:PART_OF]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Segment {code: row.links.parent})
  CREATE (node)-[edge:PART_OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  MATCH (other:Cluster {code: row.links.cluster})
  CREATE (node)-[edge:PART_OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
