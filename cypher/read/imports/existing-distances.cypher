// purpose: keys and content hashes of the (Region)-[:DISTANCE]->(Region) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 3600
MATCH (:Region)-[edge:DISTANCE]->(:Region)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
