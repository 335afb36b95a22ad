// purpose: a IN_ZONE fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT in_zone_fact_key IF NOT EXISTS
FOR ()-[r:IN_ZONE]-() REQUIRE r.factKey IS UNIQUE
