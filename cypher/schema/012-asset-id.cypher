// purpose: Asset is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT asset_id IF NOT EXISTS
FOR (n:Asset) REQUIRE n.id IS UNIQUE
