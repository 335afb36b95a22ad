// purpose: Park is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT park_id IF NOT EXISTS
FOR (n:Park) REQUIRE n.id IS UNIQUE
