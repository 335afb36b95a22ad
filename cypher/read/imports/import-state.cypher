// purpose: the current release, the import of this origin that was begun and not finished, and whether the origin was
// ever loaded
// parameters: $origin STRING
// columns: releaseId STRING, releaseAt STRING, releaseChecksum STRING, runningId STRING, runningChecksum STRING, imports INTEGER
// budget: 20
OPTIONAL MATCH (release:Release {current: true})
OPTIONAL MATCH (running:Import {state: 'RUNNING'})
WHERE running.origin = $origin
RETURN
  release.id AS releaseId,
  toString(release.at) AS releaseAt,
  release.checksum AS releaseChecksum,
  running.id AS runningId,
  running.checksum AS runningChecksum,
  COUNT { MATCH (import:Import) WHERE import.origin = $origin } AS imports
LIMIT 1
