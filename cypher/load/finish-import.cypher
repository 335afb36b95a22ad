// purpose: closes an import and makes its release the current one
// parameters: $importId STRING, $finishedAt DATETIME, $releaseId STRING, $checksum STRING
// columns: id STRING, at STRING
MATCH (import:Import {id: $importId})
SET import.state = 'DONE', import.finishedAt = $finishedAt
WITH import
CALL () {
  MATCH (old:Release {current: true})
  SET old.current = false
}
MERGE (release:Release {id: $releaseId})
ON CREATE SET release.at = $finishedAt, release.checksum = $checksum
SET release.current = true, release.importId = $importId
MERGE (release)-[:MADE_BY]->(import)
RETURN release.id AS id, toString(release.at) AS at
