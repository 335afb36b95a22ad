// purpose: a NAMES fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT names_fact_key IF NOT EXISTS
FOR ()-[r:NAMES]-() REQUIRE r.factKey IS UNIQUE
