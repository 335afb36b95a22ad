// purpose: a coverage statement is made by one source, and says what it covers
// parameters: none
// columns: id STRING
MATCH (coverage:Coverage)
WHERE
  NOT coalesce(coverage.kind, '') IN ['SAMPLE', 'COMPLETE', 'LIST'] OR
  COUNT { MATCH (coverage)-[:STATED_BY]->(:Source) } <> 1 OR
  NOT coverage.allRegions AND NOT EXISTS { MATCH (coverage)-[:COVERS]->(:Region) } OR
  NOT coverage.allSegments AND NOT EXISTS { MATCH (coverage)-[:COVERS]->(:Segment) }
RETURN coverage.id AS id
