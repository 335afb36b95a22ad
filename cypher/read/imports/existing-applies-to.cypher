// purpose: keys and content hashes of the (Measure)-[:APPLIES_TO]->(...) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 1600
MATCH (:Measure)-[edge:APPLIES_TO]->()
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
