// purpose: Target lists by key; deleted ones are left out.
// parameters: $ids LIST<STRING>
// columns: id STRING, name STRING, region STRING, segment STRING, sameSegmentOnly BOOLEAN, exchange STRING, minEmployees FLOAT, maxKm FLOAT, origin STRING, includeFlagged BOOLEAN, parameterNames LIST<STRING>, parameterValues LIST<FLOAT>, releaseId STRING, revision INTEGER, createdAt DATETIME, updatedAt DATETIME, firmCount INTEGER
// budget: 60
MATCH (list:TargetList)
WHERE list.id IN $ids AND list.deletedAt IS NULL
RETURN list.id AS id, list.name AS name, list.region AS region, list.segment AS segment,
       list.sameSegmentOnly AS sameSegmentOnly, list.exchange AS exchange, list.minEmployees AS minEmployees,
       list.maxKm AS maxKm, list.origin AS origin, list.includeFlagged AS includeFlagged,
       list.parameterNames AS parameterNames, list.parameterValues AS parameterValues, list.releaseId AS releaseId,
       list.revision AS revision, list.createdAt AS createdAt, list.updatedAt AS updatedAt,
       COUNT { (list)-[:HOLDS]->() } AS firmCount
