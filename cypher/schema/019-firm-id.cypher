// purpose: Firm is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT firm_id IF NOT EXISTS
FOR (n:Firm) REQUIRE n.id IS UNIQUE
