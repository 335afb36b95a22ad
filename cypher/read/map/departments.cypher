// purpose: All departments with their successors.
// parameters: none
// columns: id STRING, nameZh STRING, nameEn STRING, shortNames LIST<STRING>, kind STRING, validFrom STRING, validTo STRING, successor STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 940
MATCH (department:Department)
OPTIONAL MATCH (department)-[:SUCCEEDED_BY]->(successor:Department)
RETURN department.id AS id, department.nameZh AS nameZh, department.nameEn AS nameEn,
       department.shortNames AS shortNames, department.kind AS kind, department.validFrom AS validFrom,
       department.validTo AS validTo, successor.id AS successor,
       department.sources AS sources, department.positions AS positions, department.quotes AS quotes
ORDER BY id
