// purpose: keys and content hashes of the Cluster facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 150
MATCH (node:Cluster)
WHERE node.origin = $origin
RETURN node.code AS key, node.factHash AS factHash
