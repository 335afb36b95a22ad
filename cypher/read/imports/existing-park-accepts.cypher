// purpose: keys and content hashes of the (Park)-[:ACCEPTS]->(Segment) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 300
MATCH (:Park)-[edge:ACCEPTS]->(:Segment)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
