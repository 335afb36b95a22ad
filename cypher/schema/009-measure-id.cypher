// purpose: Measure is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT measure_id IF NOT EXISTS
FOR (n:Measure) REQUIRE n.id IS UNIQUE
