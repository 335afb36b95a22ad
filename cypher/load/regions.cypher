// purpose: writes Region nodes by code, each with its own relationships (WITHIN Region), which are made anew
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Region {code: row.key})
SET node = row.properties, node.importId = $importId
SET node.location = CASE
  WHEN row.properties.lon IS NULL THEN null
  ELSE point({longitude: row.properties.lon, latitude: row.properties.lat})
END
WITH collect(row) AS rows
UNWIND rows AS row
MATCH (node:Region {code: row.key})
CALL (node) {
  MATCH (node)-[old:WITHIN]->()
  DELETE old
}
CALL (node, row) {
  MATCH (other:Region {code: row.links.parent})
  CREATE (node)-[edge:WITHIN]->(other)
  SET edge = row.evidence, edge.importId = $importId
}
RETURN count(*) AS written
