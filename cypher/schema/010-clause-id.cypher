// purpose: Clause is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT clause_id IF NOT EXISTS
FOR (n:Clause) REQUIRE n.id IS UNIQUE
