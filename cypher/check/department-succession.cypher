// purpose: no body succeeds itself, over any number of steps
// parameters: none
// columns: id STRING
MATCH (body:Department)
WHERE EXISTS { MATCH (body)-[:SUCCEEDED_BY]->{1,10}(body) }
RETURN body.id AS id
