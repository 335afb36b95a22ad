// purpose: Places of firms.
// parameters: $ids LIST<STRING>
// columns: firm STRING, region STRING, kind STRING, method STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 290
MATCH (firm:Firm)-[place:LOCATED_IN]->(region:Region)
WHERE firm.id IN $ids
RETURN firm.id AS firm, region.code AS region, place.kind AS kind, place.method AS method,
       place.sources AS sources, place.positions AS positions, place.quotes AS quotes
ORDER BY firm, kind, region
