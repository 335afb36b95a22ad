// purpose: Dated public facts.
// parameters: none
// columns: id STRING, kind STRING, textZh STRING, textEn STRING, date STRING, regions LIST<STRING>, segments LIST<STRING>, parks LIST<STRING>, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 1770
MATCH (statement:Statement)
RETURN statement.id AS id, statement.kind AS kind, statement.textZh AS textZh, statement.textEn AS textEn,
       statement.date AS date,
       COLLECT { MATCH (statement)-[:ABOUT]->(region:Region) RETURN region.code ORDER BY region.code } AS regions,
       COLLECT { MATCH (statement)-[:ABOUT]->(segment:Segment) RETURN segment.code ORDER BY segment.code } AS segments,
       COLLECT { MATCH (statement)-[:ABOUT]->(park:Park) RETURN park.id ORDER BY park.id } AS parks,
       statement.sources AS sources, statement.positions AS positions, statement.quotes AS quotes
ORDER BY id
