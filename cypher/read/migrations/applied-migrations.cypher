// purpose: the migrations that this graph has seen
// parameters: none
// columns: number INTEGER, name STRING, checksum STRING
// budget: 350
MATCH (migration:Migration)
RETURN migration.number AS number, migration.name AS name, migration.checksum AS checksum
ORDER BY number
