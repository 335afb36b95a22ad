// purpose: Features of parks.
// parameters: none
// columns: park STRING, feature STRING, present BOOLEAN, asOf STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 140
MATCH (park:Park)-[:HAS_FEATURE]->(feature:ParkFeature)
RETURN park.id AS park, feature.feature AS feature, feature.present AS present, feature.asOf AS asOf,
       feature.sources AS sources, feature.positions AS positions, feature.quotes AS quotes
ORDER BY park, feature
