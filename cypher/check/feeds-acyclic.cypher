// purpose: without the LOOP kind no segment feeds itself, over any number of steps
// parameters: none
// columns: from STRING, to STRING
MATCH (from:Segment)-[feed:FEEDS]->(to:Segment)
WHERE
  feed.kind <> 'LOOP' AND
  (from = to OR
    EXISTS {
      MATCH ANY SHORTEST (to) ((:Segment)-[step:FEEDS WHERE step.kind <> 'LOOP']->(:Segment)){1,30} (from)
    })
RETURN from.code AS from, to.code AS to
