// purpose: a LOCATED_IN fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT located_in_fact_key IF NOT EXISTS
FOR ()-[r:LOCATED_IN]-() REQUIRE r.factKey IS UNIQUE
