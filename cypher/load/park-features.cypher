// purpose: writes ParkFeature nodes by id, each with its own relationships (HAS_FEATURE Park), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:ParkFeature {id: row.key})
SET node = row.properties, node.importId = $importId
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:ParkFeature {id: row.key})
CALL (node) {
  MATCH (node)<-[old:HAS_FEATURE]-()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Park {id: row.links.park})
  CREATE (other)-[edge:HAS_FEATURE]->(node)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
