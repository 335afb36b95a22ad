// purpose: writes Observation nodes by id, each with its own relationships (MEASURES Indicator, OF Firm, OF Park, OF
// Region, OF Segment), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Observation {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Observation {id: row.key})
CALL (node) {
  MATCH (node)-[old:MEASURES|OF]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Indicator {id: row.links.indicator})
  CREATE (node)-[edge:MEASURES]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  MATCH (other:Region {code: row.links.region})
  CREATE (node)-[edge:OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  MATCH (other:Segment {code: row.links.segment})
  CREATE (node)-[edge:OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  MATCH (other:Park {id: row.links.park})
  CREATE (node)-[edge:OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
CALL (node, row) {
  MATCH (other:Firm {id: row.links.firm})
  CREATE (node)-[edge:OF]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
