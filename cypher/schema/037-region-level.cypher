// purpose: regions are listed by level
// parameters: none
// columns: none
CREATE INDEX region_level IF NOT EXISTS
FOR (n:Region) ON (n.level)
