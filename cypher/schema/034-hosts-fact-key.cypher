// purpose: a HOSTS fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT hosts_fact_key IF NOT EXISTS
FOR ()-[r:HOSTS]-() REQUIRE r.factKey IS UNIQUE
