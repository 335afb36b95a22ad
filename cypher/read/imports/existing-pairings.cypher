// purpose: keys and content hashes of the (Region)-[:PAIRED_WITH]->(Region) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 90
MATCH (:Region)-[edge:PAIRED_WITH]->(:Region)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
