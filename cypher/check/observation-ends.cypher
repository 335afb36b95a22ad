// purpose: an observation measures one indicator of at least one thing, and has a value
// parameters: none
// columns: id STRING
MATCH (observation:Observation)
WHERE
  observation.value IS NULL OR
  COUNT { MATCH (observation)-[:MEASURES]->(:Indicator) } <> 1 OR
  NOT EXISTS { MATCH (observation)-[:OF]->(:Region|Segment|Park|Firm) }
RETURN observation.id AS id
