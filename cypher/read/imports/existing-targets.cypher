// purpose: keys and content hashes of the Target facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 150
MATCH (node:Target)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
