// purpose: Places and segments of firms, keys only, after a keyset position: the links that the map in memory does not hold.
// parameters: $afterId STRING, $limit INTEGER
// columns: firm STRING, regions LIST<STRING>, segments LIST<STRING>
// budget: 2650
MATCH (firm:Firm)
WHERE firm.id > $afterId
WITH firm ORDER BY firm.id LIMIT $limit
RETURN firm.id AS firm, [(firm)-[:LOCATED_IN]->(region:Region) | region.code] AS regions,
       [(firm)-[:OPERATES_IN]->(segment:Segment) | segment.code] AS segments
ORDER BY firm
