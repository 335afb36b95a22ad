// purpose: Who leads and who takes part, clause by clause.
// parameters: none
// columns: clause STRING, measure STRING, department STRING, role STRING, written STRING, rank INTEGER, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 2900
MATCH (measure:Measure)<-[:OF]-(clause:Clause)-[duty:LED_BY|SUPPORTED_BY]->(department:Department)
RETURN clause.id AS clause, measure.id AS measure, department.id AS department,
       CASE type(duty) WHEN 'LED_BY' THEN 'LEAD' ELSE 'SUPPORT' END AS role, duty.written AS written, duty.rank AS rank,
       duty.sources AS sources, duty.positions AS positions, duty.quotes AS quotes
ORDER BY clause, role, rank
