// purpose: keys and content hashes of the Region facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 1250
MATCH (node:Region)
WHERE node.origin = $origin
RETURN node.code AS key, node.factHash AS factHash
