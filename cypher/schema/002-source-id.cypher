// purpose: Source is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT source_id IF NOT EXISTS
FOR (n:Source) REQUIRE n.id IS UNIQUE
