// purpose: a segment is part of one thing: a segment, or for a root a cluster
// parameters: none
// columns: code STRING, parents INTEGER
MATCH (segment:Segment)
WITH segment, COUNT { MATCH (segment)-[:PART_OF]->() } AS parents
WHERE parents <> 1
RETURN segment.code AS code, parents
