// purpose: Coverage is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT coverage_id IF NOT EXISTS
FOR (n:Coverage) REQUIRE n.id IS UNIQUE
