// purpose: a FEEDS fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT feeds_fact_key IF NOT EXISTS
FOR ()-[r:FEEDS]-() REQUIRE r.factKey IS UNIQUE
