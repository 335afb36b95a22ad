// purpose: writes Firm nodes by id
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Firm {id: row.key})
SET node = row.properties, node.importId = $importId
RETURN count(*) AS written
