// purpose: writes Indicator nodes by id
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Indicator {id: row.key})
SET node = row.properties, node.importId = $importId
RETURN count(*) AS written
