// purpose: a DISTANCE fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT distance_fact_key IF NOT EXISTS
FOR ()-[r:DISTANCE]-() REQUIRE r.factKey IS UNIQUE
