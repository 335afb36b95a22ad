// purpose: gives a target list another name over the revision that was read; any other revision is left as it is
// parameters: $id STRING, $token STRING, $expectedRevision INTEGER, $name STRING, $now DATETIME
// columns: revision INTEGER, token STRING, deleted BOOLEAN
MATCH (list:TargetList {id: $id})
// Takes the lock before the revision is read.
SET list.name = list.name
WITH list, list.revision = $expectedRevision AND list.deletedAt IS NULL AS isMine
FOREACH (_ IN CASE WHEN isMine THEN [1] ELSE [] END |
  SET list.name = $name, list.token = $token, list.updatedAt = $now, list.revision = $expectedRevision + 1)
RETURN list.revision AS revision, list.token AS token, list.deletedAt IS NOT NULL AS deleted
