// purpose: How many observations an indicator has; region may be null for all.
// parameters: $key STRING, $region STRING
// columns: observations INTEGER
// budget: 450
MATCH (:Indicator {id: $key})<-[:MEASURES]-(observation:Observation)
WHERE ($region IS NULL OR EXISTS { MATCH (observation)-[:OF]->(:Region {code: $region})})
RETURN count(observation) AS observations
