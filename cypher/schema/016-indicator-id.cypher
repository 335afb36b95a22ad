// purpose: Indicator is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT indicator_id IF NOT EXISTS
FOR (n:Indicator) REQUIRE n.id IS UNIQUE
