// purpose: keys and content hashes of the Coverage facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 20
MATCH (node:Coverage)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
