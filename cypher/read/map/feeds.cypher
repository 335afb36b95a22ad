// purpose: All leaf feeds.
// parameters: none
// columns: from STRING, to STRING, kind STRING, weight FLOAT, essential BOOLEAN, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 4000
MATCH (supplier:Segment)-[feed:FEEDS]->(buyer:Segment)
RETURN supplier.code AS from, buyer.code AS to, feed.kind AS kind, feed.weight AS weight, feed.essential AS essential,
       feed.sources AS sources, feed.positions AS positions, feed.quotes AS quotes
ORDER BY from, to, kind
