// purpose: keys and content hashes of the (Measure)-[:NAMES]->(Policy) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 350
MATCH (:Measure)-[edge:NAMES]->(:Policy)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
