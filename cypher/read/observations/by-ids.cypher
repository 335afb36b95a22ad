// purpose: Observations by key.
// parameters: $ids LIST<STRING>
// columns: id STRING, indicator STRING, region STRING, segment STRING, park STRING, firm STRING, period STRING, value FLOAT, scope STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 60
UNWIND $ids AS key
MATCH (observation:Observation {id: key})
MATCH (observation)-[:MEASURES]->(indicator:Indicator)
// Comprehensions always begin at the observation; right after a load the planner joins with scans of whole labels.
RETURN observation.id AS id, indicator.id AS indicator, [(observation)-[:OF]->(r:Region) | r.code][0] AS region,
       [(observation)-[:OF]->(s:Segment) | s.code][0] AS segment, [(observation)-[:OF]->(p:Park) | p.id][0] AS park,
       [(observation)-[:OF]->(f:Firm) | f.id][0] AS firm, observation.period AS period, observation.value AS value,
       observation.scope AS scope, observation.note AS note, observation.sources AS sources,
       observation.positions AS positions, observation.quotes AS quotes
ORDER BY id
