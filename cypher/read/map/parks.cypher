// purpose: All parks with their place.
// parameters: none
// columns: id STRING, nameZh STRING, nameEn STRING, aliases LIST<STRING>, region STRING, state STRING, kind STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 370
MATCH (park:Park)
OPTIONAL MATCH (park)-[:LOCATED_IN]->(region:Region)
RETURN park.id AS id, park.nameZh AS nameZh, park.nameEn AS nameEn, park.aliases AS aliases, region.code AS region,
       park.state AS state, park.kind AS kind, park.note AS note,
       park.sources AS sources, park.positions AS positions, park.quotes AS quotes
ORDER BY id
