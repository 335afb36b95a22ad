// purpose: comparator, value, upper value, unit, year and the basis of the year fit together; a target belongs to one
// measure or policy
// parameters: none
// columns: id STRING
MATCH (target:Target)
WHERE
  NOT coalesce(target.comparator, '') IN ['EQ', 'GTE', 'RANGE', 'MULTIPLE', 'COVERAGE'] OR
  target.value IS NULL OR
  (target.comparator = 'RANGE') <> (target.high IS NOT NULL) OR
  target.high <= target.value OR
  target.comparator = 'COVERAGE' AND (target.value <> 100 OR coalesce(target.unit, '') <> '%') OR
  (coalesce(target.yearBasis, 'NONE') = 'NONE') <> (target.year IS NULL) OR
  COUNT { MATCH (target)-[:OF]->(:Measure|Policy) } <> 1
RETURN target.id AS id
