// purpose: a APPLIES_TO fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT applies_to_fact_key IF NOT EXISTS
FOR ()-[r:APPLIES_TO]-() REQUIRE r.factKey IS UNIQUE
