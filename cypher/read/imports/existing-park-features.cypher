// purpose: keys and content hashes of the ParkFeature facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 50
MATCH (node:ParkFeature)
WHERE node.origin = $origin
RETURN node.id AS key, node.factHash AS factHash
