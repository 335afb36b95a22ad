// purpose: All zones.
// parameters: none
// columns: code STRING, nameZh STRING, nameEn STRING, scheme STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 140
MATCH (zone:Zone)
RETURN zone.code AS code, zone.nameZh AS nameZh, zone.nameEn AS nameEn, zone.scheme AS scheme,
       zone.sources AS sources, zone.positions AS positions, zone.quotes AS quotes
ORDER BY code
