// purpose: a LED_BY fact is known by factKey
// parameters: none
// columns: none
CREATE CONSTRAINT led_by_fact_key IF NOT EXISTS
FOR ()-[r:LED_BY]-() REQUIRE r.factKey IS UNIQUE
