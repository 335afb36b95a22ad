// purpose: a clause has a lead exactly where its text says so
// parameters: none
// columns: id STRING, leadExplicit BOOLEAN, leads INTEGER
MATCH (clause:Clause)
WITH clause, COUNT { MATCH (clause)-[:LED_BY]->(:Department) } AS leads
WHERE clause.leadExplicit <> (leads > 0)
RETURN clause.id AS id, clause.leadExplicit AS leadExplicit, leads
