// purpose: Statement is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT statement_id IF NOT EXISTS
FOR (n:Statement) REQUIRE n.id IS UNIQUE
