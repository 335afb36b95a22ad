// purpose: writes Cluster nodes by code
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MERGE (node:Cluster {code: row.key})
SET node = row.properties, node.importId = $importId
SET node.rank = toInteger(row.properties.rank)
RETURN count(*) AS written
