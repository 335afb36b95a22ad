// purpose: keys and content hashes of the (Region)-[:HOSTS]->(Segment) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 6650
MATCH (:Region)-[edge:HOSTS]->(:Segment)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
