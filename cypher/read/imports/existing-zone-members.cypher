// purpose: keys and content hashes of the (Region)-[:IN_ZONE]->(Zone) facts of one origin
// parameters: $origin STRING
// columns: key STRING, factHash STRING
// budget: 550
MATCH (:Region)-[edge:IN_ZONE]->(:Zone)
WHERE edge.origin = $origin
RETURN edge.factKey AS key, edge.factHash AS factHash
