// purpose: keys and content hashes of the Park facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 80
MATCH (node:Park)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
