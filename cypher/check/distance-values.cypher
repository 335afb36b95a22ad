// purpose: a distance is above zero, between two regions, and held once a pair and method
// parameters: none
// columns: from STRING, to STRING, km FLOAT
MATCH (from:Region)-[distance:DISTANCE]->(to:Region)
WHERE
  coalesce(distance.km, 0) <= 0 OR
  distance.method IS NULL OR
  from = to OR
  EXISTS { MATCH (to)-[back:DISTANCE]->(from) WHERE back.method = distance.method }
RETURN from.code AS from, to.code AS to, distance.km AS km
