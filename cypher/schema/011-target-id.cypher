// purpose: Target is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT target_id IF NOT EXISTS
FOR (n:Target) REQUIRE n.id IS UNIQUE
