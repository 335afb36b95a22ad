// purpose: keys and content hashes of the Segment facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 400
MATCH (node:Segment)
WHERE node.origin = $origin
RETURN node.code AS key, node.factHash AS factHash
