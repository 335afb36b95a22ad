// purpose: All measures with their policy.
// parameters: none
// columns: id STRING, policy STRING, kind STRING, number INTEGER, chapter INTEGER, chapterZh STRING, headingZh STRING, headingEn STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 720
MATCH (measure:Measure)-[:PART_OF]->(policy:Policy)
RETURN measure.id AS id, policy.id AS policy, measure.kind AS kind, measure.number AS number,
       measure.chapter AS chapter, measure.chapterZh AS chapterZh,
       measure.headingZh AS headingZh, measure.headingEn AS headingEn,
       measure.sources AS sources, measure.positions AS positions, measure.quotes AS quotes
ORDER BY policy, number
