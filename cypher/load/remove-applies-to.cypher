// purpose: removes (Measure)-[:APPLIES_TO]->(...) facts that no row states any more
// parameters: $keys LIST<STRING>, $origin STRING
// columns: removed INTEGER
UNWIND $keys AS key
MATCH ()-[edge:APPLIES_TO {factKey: key}]->()
WHERE edge.origin = $origin
DELETE edge
RETURN count(*) AS removed
