// purpose: a PAIRED_WITH fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT paired_with_fact_key IF NOT EXISTS
FOR ()-[r:PAIRED_WITH]-() REQUIRE r.factKey IS UNIQUE
