// purpose: keys and content hashes of the (Clause)-[:LED_BY|SUPPORTED_BY]->(Department) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 1450
MATCH (:Clause)-[edge:LED_BY|SUPPORTED_BY]->(:Department)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
