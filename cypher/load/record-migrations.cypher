// purpose: records migrations that were applied; each row has number, name and checksum
// parameters: $rows LIST<MAP>, $appliedAt DATETIME
// columns: recorded INTEGER
UNWIND $rows AS row
MERGE (migration:Migration {number: toInteger(row.number)})
SET migration.name = row.name, migration.checksum = row.checksum, migration.appliedAt = $appliedAt
RETURN count(*) AS recorded
