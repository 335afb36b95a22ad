// purpose: every clause belongs to one measure and names at least one body
// parameters: none
// columns: id STRING
MATCH (clause:Clause)
WHERE
  NOT EXISTS { MATCH (clause)-[:LED_BY|SUPPORTED_BY]->(:Department) } OR
  COUNT { MATCH (clause)-[:OF]->(:Measure) } <> 1
RETURN clause.id AS id
