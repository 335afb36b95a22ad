// purpose: a target list has a name of at most 80 characters, a place, a segment and a revision
// parameters: none
// columns: id STRING, name STRING
MATCH (list:TargetList)
WHERE coalesce(trim(list.name), '') = '' OR size(list.name) > 160 OR list.region IS NULL OR list.segment IS NULL
   OR coalesce(list.revision, 0) < 1 OR list.createdAt IS NULL OR list.updatedAt IS NULL OR list.releaseId IS NULL
RETURN list.id AS id, list.name AS name
