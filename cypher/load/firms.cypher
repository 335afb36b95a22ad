// purpose: writes Firm nodes by id; one that comes back to the map is tied again to the target lists that hold it
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Firm {id: row.key})
SET node = row.properties, node.importId = $importId
WITH node
CALL (node) {
  MATCH (entry:ListedFirm {firm: node.id})
  MERGE (entry)-[:IS]->(node)
}
RETURN count(*) AS written
