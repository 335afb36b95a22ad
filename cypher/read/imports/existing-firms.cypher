// purpose: keys and content hashes of the Firm facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 1050
MATCH (node:Firm)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
