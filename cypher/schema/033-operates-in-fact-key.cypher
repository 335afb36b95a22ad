// purpose: a OPERATES_IN fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT operates_in_fact_key IF NOT EXISTS
FOR ()-[r:OPERATES_IN]-() REQUIRE r.factKey IS UNIQUE
