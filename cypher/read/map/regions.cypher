// purpose: All regions with what they lie in.
// parameters: none
// columns: code STRING, nameZh STRING, nameEn STRING, shortZh STRING, level STRING, parent STRING, lon FLOAT, lat FLOAT, receiver BOOLEAN, aliases LIST<STRING>, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 6410
MATCH (region:Region)
OPTIONAL MATCH (region)-[:WITHIN]->(parent:Region)
RETURN region.code AS code, region.nameZh AS nameZh, region.nameEn AS nameEn, region.shortZh AS shortZh,
       region.level AS level, parent.code AS parent, region.lon AS lon, region.lat AS lat,
       region.receiver AS receiver, region.aliases AS aliases,
       region.sources AS sources, region.positions AS positions, region.quotes AS quotes
ORDER BY code
