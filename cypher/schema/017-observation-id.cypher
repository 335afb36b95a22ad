// purpose: Observation is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT observation_id IF NOT EXISTS
FOR (n:Observation) REQUIRE n.id IS UNIQUE
