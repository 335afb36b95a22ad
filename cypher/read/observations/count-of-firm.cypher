// purpose: How many observations a firm has; indicator may be null for all.
// parameters: $key STRING, $indicator STRING
// columns: observations INTEGER
// budget: 20
MATCH (:Firm {id: $key})<-[:OF]-(observation:Observation)
WHERE ($indicator IS NULL OR EXISTS { (observation)-[:MEASURES]->(:Indicator {id: $indicator}) })
RETURN count(observation) AS observations
