// purpose: What each source covers, and how completely.
// parameters: none
// columns: id STRING, source STRING, kind STRING, regions LIST<STRING>, segments LIST<STRING>, allRegions BOOLEAN, allSegments BOOLEAN, asOf STRING, note STRING
// budget: 300
MATCH (coverage:Coverage)-[:STATED_BY]->(source:Source)
RETURN coverage.id AS id, source.id AS source, coverage.kind AS kind,
       COLLECT { MATCH (coverage)-[:COVERS]->(region:Region) RETURN region.code ORDER BY region.code } AS regions,
       COLLECT { MATCH (coverage)-[:COVERS]->(segment:Segment) RETURN segment.code ORDER BY segment.code } AS segments,
       coverage.allRegions AS allRegions, coverage.allSegments AS allSegments,
       coverage.asOf AS asOf, coverage.note AS note
ORDER BY id
