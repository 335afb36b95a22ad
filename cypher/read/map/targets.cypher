// purpose: All quantified targets.
// parameters: none
// columns: id STRING, policy STRING, measure STRING, subjectZh STRING, subjectEn STRING, comparator STRING, value FLOAT, high FLOAT, unit STRING, year INTEGER, yearBasis STRING, base STRING, wording STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 1210
MATCH (target:Target)
OPTIONAL MATCH (target)-[:OF]->(measure:Measure)-[:PART_OF]->(ofMeasure:Policy)
OPTIONAL MATCH (target)-[:OF]->(direct:Policy)
RETURN target.id AS id, coalesce(ofMeasure.id, direct.id) AS policy, measure.id AS measure,
       target.subjectZh AS subjectZh, target.subjectEn AS subjectEn, target.comparator AS comparator,
       target.value AS value, target.high AS high, target.unit AS unit, target.year AS year,
       target.yearBasis AS yearBasis, target.base AS base, target.wording AS wording, target.note AS note,
       target.sources AS sources, target.positions AS positions, target.quotes AS quotes
ORDER BY id
