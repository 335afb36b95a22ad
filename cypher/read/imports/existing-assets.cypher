// purpose: keys and content hashes of the Asset facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 350
MATCH (node:Asset)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
