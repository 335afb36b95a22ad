// purpose: Policy is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT policy_id IF NOT EXISTS
FOR (n:Policy) REQUIRE n.id IS UNIQUE
