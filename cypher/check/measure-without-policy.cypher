// purpose: every measure is part of exactly one policy
// parameters: none
// columns: id STRING, policies INTEGER
MATCH (measure:Measure)
WITH measure, COUNT { MATCH (measure)-[:PART_OF]->(:Policy) } AS policies
WHERE policies <> 1
RETURN measure.id AS id, policies
