// purpose: removes (Region)-[:IN_ZONE]->(Zone) facts that no row states any more
// parameters: $keys LIST<STRING>, $origin STRING
// columns: removed INTEGER
UNWIND $keys AS key
MATCH ()-[edge:IN_ZONE {factKey: key}]->()
WHERE edge.origin = $origin
DELETE edge
RETURN count(*) AS removed
