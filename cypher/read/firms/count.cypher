// purpose: How many firms a filter leaves; every filter may be null.
// parameters: $segments LIST<STRING>, $regions LIST<STRING>, $notRegions LIST<STRING>, $exchange STRING
// columns: firms INTEGER
// budget: 2660
MATCH (firm:Firm)
WHERE ($segments IS NULL OR EXISTS { MATCH (firm)-[:OPERATES_IN]->(segment:Segment) WHERE segment.code IN $segments })
  AND ($regions IS NULL OR EXISTS { MATCH (firm)-[:LOCATED_IN]->(place:Region) WHERE place.code IN $regions })
  AND ($notRegions IS NULL OR NOT EXISTS { MATCH (firm)-[:LOCATED_IN]->(place:Region) WHERE place.code IN $notRegions })
  AND ($exchange IS NULL OR firm.exchange = $exchange)
RETURN count(firm) AS firms
