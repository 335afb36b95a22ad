// purpose: Import is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT import_id IF NOT EXISTS
FOR (n:Import) REQUIRE n.id IS UNIQUE
