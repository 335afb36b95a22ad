// purpose: Which region belongs to which zone under which scheme.
// parameters: none
// columns: region STRING, zone STRING, scheme STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 710
MATCH (region:Region)-[membership:IN_ZONE]->(zone:Zone)
RETURN region.code AS region, zone.code AS zone, membership.scheme AS scheme,
       membership.sources AS sources, membership.positions AS positions, membership.quotes AS quotes
ORDER BY region, zone
