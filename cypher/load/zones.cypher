// purpose: writes Zone nodes by code
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Zone {code: row.key})
SET node = row.properties, node.importId = $importId
RETURN count(*) AS written
