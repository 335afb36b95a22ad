// purpose: Department is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT department_id IF NOT EXISTS
FOR (n:Department) REQUIRE n.id IS UNIQUE
