// purpose: keys and content hashes of the (Firm)-[:OPERATES_IN]->(Segment) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 3700
MATCH (:Firm)-[edge:OPERATES_IN]->(:Segment)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
