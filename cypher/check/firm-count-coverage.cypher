// purpose: a firm count stands under a coverage statement, and is zero only where that is complete
// parameters: none
// columns: id STRING, value FLOAT, coverage STRING
MATCH (observation:Observation)
WHERE
  observation.label IS NOT NULL AND
  (observation.value <= 0 AND coalesce(observation.coverage, '') <> 'COMPLETE' OR
    NOT EXISTS { MATCH (statement:Coverage {id: observation.coverageId}) WHERE statement.kind = observation.coverage })
RETURN observation.id AS id, observation.value AS value, observation.coverage AS coverage
