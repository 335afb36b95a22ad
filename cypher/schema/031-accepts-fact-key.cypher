// purpose: a ACCEPTS fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT accepts_fact_key IF NOT EXISTS
FOR ()-[r:ACCEPTS]-() REQUIRE r.factKey IS UNIQUE
