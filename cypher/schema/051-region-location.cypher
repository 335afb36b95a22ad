// purpose: regions near a point (WGS-84)
// parameters: none
// columns: none
CREATE POINT INDEX region_location IF NOT EXISTS
FOR (n:Region) ON (n.location)
