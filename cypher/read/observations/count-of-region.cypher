// purpose: How many observations a region has; indicator may be null for all.
// parameters: $key STRING, $indicator STRING
// columns: observations INTEGER
// budget: 200
MATCH (:Region {code: $key})<-[:OF]-(observation:Observation)-[:MEASURES]->(indicator:Indicator)
WHERE ($indicator IS NULL OR indicator.id = $indicator)
RETURN count(observation) AS observations
