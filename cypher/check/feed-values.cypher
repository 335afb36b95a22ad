// purpose: a feed has a known kind, and a weight in (0, 1] where it has one
// parameters: none
// columns: from STRING, to STRING, kind STRING, weight FLOAT
MATCH (from:Segment)-[feed:FEEDS]->(to:Segment)
WHERE
  NOT coalesce(feed.kind, '') IN ['MATERIAL', 'EQUIPMENT', 'AUXILIARY', 'SERVICE', 'LOOP'] OR
  feed.weight <= 0 OR
  feed.weight > 1
RETURN from.code AS from, to.code AS to, feed.kind AS kind, feed.weight AS weight
