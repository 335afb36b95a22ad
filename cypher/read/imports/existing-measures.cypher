// purpose: keys and content hashes of the Measure facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 250
MATCH (node:Measure)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
