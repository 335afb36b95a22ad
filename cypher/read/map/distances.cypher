// purpose: Distances between prefectures.
// parameters: none
// columns: from STRING, to STRING, km FLOAT, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 4510
MATCH (a:Region)-[distance:DISTANCE]->(b:Region)
RETURN a.code AS from, b.code AS to, distance.km AS km,
       distance.sources AS sources, distance.positions AS positions, distance.quotes AS quotes
ORDER BY from, to
