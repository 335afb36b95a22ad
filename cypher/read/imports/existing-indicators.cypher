// purpose: keys and content hashes of the Indicator facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 150
MATCH (node:Indicator)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
