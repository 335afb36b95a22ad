// purpose: How many observations a region has; indicator may be null for all.
// parameters: $key STRING, $indicator STRING
// columns: observations INTEGER
// budget: 200
MATCH (:Region {code: $key})<-[:OF]-(observation:Observation)
WHERE ($indicator IS NULL OR EXISTS { (observation)-[:MEASURES]->(:Indicator {id: $indicator}) })
RETURN count(observation) AS observations
