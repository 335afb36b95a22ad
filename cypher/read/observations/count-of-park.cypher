// purpose: How many observations a park has; indicator may be null for all.
// parameters: $key STRING, $indicator STRING
// columns: observations INTEGER
// budget: 70
MATCH (:Park {id: $key})<-[:OF]-(observation:Observation)
WHERE ($indicator IS NULL OR EXISTS { (observation)-[:MEASURES]->(:Indicator {id: $indicator}) })
RETURN count(observation) AS observations
