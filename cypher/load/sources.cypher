// purpose: writes Source nodes by id
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Source {id: row.key})
SET node = row.properties, node.importId = $importId
RETURN count(*) AS written
