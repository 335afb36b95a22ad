// purpose: keys and content hashes of the Source facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 600
MATCH (node:Source)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
