// purpose: Titles, clusters, crafts, fairs and fields that policies name.
// parameters: none
// columns: id STRING, kind STRING, nameZh STRING, nameEn STRING, regions LIST<STRING>, segments LIST<STRING>, measures LIST<STRING>, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 1660
MATCH (asset:Asset)
RETURN asset.id AS id, asset.kind AS kind, asset.nameZh AS nameZh, asset.nameEn AS nameEn,
       COLLECT { MATCH (asset)-[:LOCATED_IN]->(region:Region) RETURN region.code ORDER BY region.code } AS regions,
       COLLECT { MATCH (asset)-[:CONCERNS]->(segment:Segment) RETURN segment.code ORDER BY segment.code } AS segments,
       COLLECT { MATCH (measure:Measure)-[:NAMES]->(asset) RETURN measure.id ORDER BY measure.id } AS measures,
       asset.sources AS sources, asset.positions AS positions, asset.quotes AS quotes
ORDER BY id
