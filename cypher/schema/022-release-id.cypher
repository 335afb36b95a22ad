// purpose: Release is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT release_id IF NOT EXISTS
FOR (n:Release) REQUIRE n.id IS UNIQUE
