// purpose: All responsibility clauses.
// parameters: none
// columns: id STRING, measure STRING, text STRING, leadExplicit BOOLEAN, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 750
MATCH (clause:Clause)-[:OF]->(measure:Measure)
RETURN clause.id AS id, measure.id AS measure, clause.text AS text, clause.leadExplicit AS leadExplicit,
       clause.sources AS sources, clause.positions AS positions, clause.quotes AS quotes
ORDER BY id
