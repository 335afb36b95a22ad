// purpose: removes (Clause)-[:LED_BY|SUPPORTED_BY]->(Department) facts that no row states any more
// parameters: $keys LIST<STRING>, $origin STRING
// columns: removed INTEGER
UNWIND $keys AS key
CALL (key) {
  MATCH ()-[edge:LED_BY {factKey: key}]->()
  RETURN edge
  UNION
  MATCH ()-[edge:SUPPORTED_BY {factKey: key}]->()
  RETURN edge
}
WITH edge
WHERE edge.origin = $origin
DELETE edge
RETURN count(*) AS removed
