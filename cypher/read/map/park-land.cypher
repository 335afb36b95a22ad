// purpose: Land of parks: the newest total and used figure of each.
// parameters: none
// columns: park STRING, metric STRING, value FLOAT, period STRING
// budget: 320
MATCH (park:Park)<-[:OF]-(observation:Observation)-[:MEASURES]->(indicator:Indicator)
WHERE indicator.id IN ['landTotalHa', 'landUsedHa']
RETURN park.id AS park, indicator.id AS metric, observation.value AS value, observation.period AS period
ORDER BY park, metric, period
