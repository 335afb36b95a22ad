// purpose: keys and content hashes of the Zone facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 70
MATCH (node:Zone)
WHERE node.origin = $origin
RETURN node.code AS key, node.factHash AS factHash
