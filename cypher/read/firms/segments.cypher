// purpose: Segments of firms.
// parameters: $ids LIST<STRING>
// columns: firm STRING, segment STRING, main BOOLEAN, products LIST<STRING>, method STRING, confidence STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 350
MATCH (firm:Firm)-[operates:OPERATES_IN]->(segment:Segment)
WHERE firm.id IN $ids
RETURN firm.id AS firm, segment.code AS segment, operates.main AS main, operates.products AS products,
       operates.method AS method, operates.confidence AS confidence,
       operates.sources AS sources, operates.positions AS positions, operates.quotes AS quotes
ORDER BY firm, segment
