// purpose: Region is known by code
// parameters: none
// columns: none
CREATE CONSTRAINT region_code IF NOT EXISTS
FOR (n:Region) REQUIRE n.code IS UNIQUE
