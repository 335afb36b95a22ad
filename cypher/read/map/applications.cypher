// purpose: What each measure applies to.
// parameters: none
// columns: measure STRING, kind STRING, target STRING, term STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 3230
MATCH (measure:Measure)-[application:APPLIES_TO]->(target)
RETURN measure.id AS measure,
       CASE
         WHEN target:Cluster THEN 'CHAIN'
         WHEN target:Segment THEN 'SEGMENT'
         WHEN target:Region THEN 'REGION'
         WHEN target:Zone THEN 'ZONE'
         ELSE 'PARK'
       END AS kind,
       coalesce(target.code, target.id) AS target, application.term AS term,
       application.sources AS sources, application.positions AS positions, application.quotes AS quotes
ORDER BY measure, kind, target, term
