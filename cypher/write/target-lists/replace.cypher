// purpose: writes a target list over the revision that was read; any other revision is left as it is
// parameters: $id STRING, $token STRING, $expectedRevision INTEGER, $list MAP, $firms LIST<MAP>, $now DATETIME
// columns: revision INTEGER, token STRING, deleted BOOLEAN
MATCH (list:TargetList {id: $id})
// Takes the lock before the revision is read: of two that write at once, the second sees what the first has written.
SET list.name = list.name
WITH list, list.revision = $expectedRevision AND list.deletedAt IS NULL AS isMine
CALL (list, isMine) {
  MATCH (list)-[:HOLDS]->(old:ListedFirm)
  WHERE isMine
  DETACH DELETE old
}
CALL (list, isMine) {
  UNWIND CASE WHEN isMine THEN $firms ELSE [] END AS row
  MERGE (entry:ListedFirm {id: $id + '/' + row.firm})
  SET entry.firm = row.firm, entry.firmName = row.firmName, entry.position = toInteger(row.position),
      entry.note = row.note, entry.nextStep = row.nextStep, entry.addedAt = datetime(row.addedAt),
      entry.releaseId = row.releaseId, entry.isCandidate = row.isCandidate, entry.score = row.score,
      entry.low = row.low, entry.high = row.high, entry.rank = toInteger(row.rank)
  MERGE (list)-[:HOLDS]->(entry)
  WITH entry
  MATCH (firm:Firm {id: entry.firm})
  MERGE (entry)-[:IS]->(firm)
}
FOREACH (_ IN CASE WHEN isMine THEN [1] ELSE [] END |
  SET list += $list, list.token = $token, list.updatedAt = $now, list.revision = $expectedRevision + 1)
RETURN list.revision AS revision, list.token AS token, list.deletedAt IS NOT NULL AS deleted
