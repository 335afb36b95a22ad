// purpose: Distances between prefectures.
// parameters: none
// columns: from STRING, to STRING, km FLOAT
// budget: 0
MATCH (a:Region)-[distance:DISTANCE]->(b:Region)
RETURN a.code AS from, b.code AS to, distance.km AS km
