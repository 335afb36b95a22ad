// purpose: Which segments a park admits.
// parameters: none
// columns: park STRING, segment STRING, method STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 350
MATCH (park:Park)-[accepts:ACCEPTS]->(segment:Segment)
RETURN park.id AS park, segment.code AS segment, accepts.method AS method,
       accepts.sources AS sources, accepts.positions AS positions, accepts.quotes AS quotes
ORDER BY park, segment
