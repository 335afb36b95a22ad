// purpose: The current release.
// parameters: none
// columns: id STRING, at DATETIME
// budget: 10
MATCH (release:Release {current: true})
RETURN release.id AS id, release.at AS at
