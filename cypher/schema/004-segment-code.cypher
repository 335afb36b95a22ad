// purpose: Segment is known by code
// parameters: none
// columns: none
CREATE CONSTRAINT segment_code IF NOT EXISTS
FOR (n:Segment) REQUIRE n.code IS UNIQUE
