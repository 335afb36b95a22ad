// purpose: takes a target list out of sight over the revision that was read, so that it can be brought back; any other
// revision is left as it is
// parameters: $id STRING, $expectedRevision INTEGER, $now DATETIME
// columns: revision INTEGER, deleted BOOLEAN
MATCH (list:TargetList {id: $id})
// Takes the lock before the revision is read.
SET list.name = list.name
WITH list, list.revision = $expectedRevision AND list.deletedAt IS NULL AS isMine
FOREACH (_ IN CASE WHEN isMine THEN [1] ELSE [] END | SET list.deletedAt = $now)
RETURN list.revision AS revision, list.deletedAt IS NOT NULL AS deleted
