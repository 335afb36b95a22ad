// purpose: keys and content hashes of the (Segment)-[:FEEDS]->(Segment) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 2750
MATCH (:Segment)-[edge:FEEDS]->(:Segment)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
