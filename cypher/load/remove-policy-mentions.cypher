// purpose: removes (Measure)-[:NAMES]->(Policy) facts that no row states any more
// parameters: $keys LIST<STRING>, $origin STRING
// columns: removed INTEGER
UNWIND $keys AS key
MATCH ()-[edge:NAMES {factKey: key}]->()
WHERE edge.origin = $origin
DELETE edge
RETURN count(*) AS removed
