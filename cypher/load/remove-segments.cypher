// purpose: removes Segment nodes that no row states any more; one that facts of another origin hang on stays
// parameters: $keys LIST<STRING>, $origin STRING
// columns: removed INTEGER
UNWIND $keys AS key
MATCH (node:Segment {code: key})
WHERE NOT EXISTS {
  MATCH (node)-[edge]-()
  WHERE edge.origin <> $origin
}
DETACH DELETE node
RETURN count(*) AS removed
