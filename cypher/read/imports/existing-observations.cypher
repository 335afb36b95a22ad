// purpose: keys and content hashes of the Observation facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 2250
MATCH (node:Observation)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
