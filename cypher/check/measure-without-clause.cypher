// purpose: every numbered measure has a responsibility clause; special actions have none in the text
// parameters: none
// columns: id STRING
MATCH (measure:Measure)
WHERE measure.kind = 'MEASURE' AND NOT EXISTS { MATCH (measure)<-[:OF]-(:Clause) }
RETURN measure.id AS id
