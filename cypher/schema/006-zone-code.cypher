// purpose: Zone is known by code
// parameters: none
// columns: none
CREATE CONSTRAINT zone_code IF NOT EXISTS
FOR (n:Zone) REQUIRE n.code IS UNIQUE
