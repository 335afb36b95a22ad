// purpose: makes a target list with its firms; sent again with the same token it changes nothing, and a list of that id
// that came by another token is left as it is
// parameters: $id STRING, $token STRING, $list MAP, $firms LIST<MAP>, $now DATETIME
// columns: revision INTEGER, token STRING, deleted BOOLEAN
MERGE (list:TargetList {id: $id})
ON CREATE SET list += $list, list.token = $token, list.createdAt = $now, list.updatedAt = $now, list.revision = 1
WITH list
CALL (list) {
  UNWIND CASE WHEN list.token = $token AND list.revision = 1 THEN $firms ELSE [] END AS row
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
RETURN list.revision AS revision, list.token AS token, list.deletedAt IS NOT NULL AS deleted
