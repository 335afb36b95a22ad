// purpose: keys and content hashes of the (Firm)-[:LOCATED_IN]->(Region) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 2150
MATCH (:Firm)-[edge:LOCATED_IN]->(:Region)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
