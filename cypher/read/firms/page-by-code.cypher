// purpose: One page of firms by key, after a keyset position; every filter may be null. Regions are given with all below them.
// parameters: $segments LIST<STRING>, $regions LIST<STRING>, $notRegions LIST<STRING>, $exchange STRING, $afterId STRING, $limit INTEGER
// columns: id STRING, nameZh STRING, nameEn STRING, shortNames LIST<STRING>, uscc STRING, stockCode STRING, exchange STRING, listingState STRING, status STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 3080
MATCH (firm:Firm)
WHERE ($afterId IS NULL OR firm.id > $afterId)
  AND ($segments IS NULL OR EXISTS { MATCH (firm)-[:OPERATES_IN]->(segment:Segment) WHERE segment.code IN $segments })
  AND ($regions IS NULL OR EXISTS { MATCH (firm)-[:LOCATED_IN]->(place:Region) WHERE place.code IN $regions })
  AND ($notRegions IS NULL OR NOT EXISTS { MATCH (firm)-[:LOCATED_IN]->(place:Region) WHERE place.code IN $notRegions })
  AND ($exchange IS NULL OR firm.exchange = $exchange)
WITH firm ORDER BY firm.id LIMIT $limit
RETURN firm.id AS id, firm.nameZh AS nameZh, firm.nameEn AS nameEn, firm.shortNames AS shortNames, firm.uscc AS uscc,
       firm.stockCode AS stockCode, firm.exchange AS exchange, firm.listingState AS listingState, firm.status AS status,
       firm.sources AS sources, firm.positions AS positions, firm.quotes AS quotes
ORDER BY id
