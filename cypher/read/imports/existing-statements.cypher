// purpose: keys and content hashes of the Statement facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 200
MATCH (node:Statement)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
