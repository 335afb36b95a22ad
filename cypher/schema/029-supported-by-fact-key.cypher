// purpose: a SUPPORTED_BY fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT supported_by_fact_key IF NOT EXISTS
FOR ()-[r:SUPPORTED_BY]-() REQUIRE r.factKey IS UNIQUE
