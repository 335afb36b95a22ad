// purpose: One page of the observations of a region, after a keyset position; indicator may be null for all.
// parameters: $key STRING, $indicator STRING, $afterId STRING, $limit INTEGER
// columns: id STRING, indicator STRING, region STRING, segment STRING, park STRING, firm STRING, period STRING, value FLOAT, scope STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 1050
MATCH (:Region {code: $key})<-[:OF]-(observation:Observation)
WHERE ($indicator IS NULL OR EXISTS { (observation)-[:MEASURES]->(:Indicator {id: $indicator}) })
  AND ($afterId IS NULL OR observation.id > $afterId)
WITH observation ORDER BY observation.id LIMIT $limit
// Comprehensions always begin at the observation; right after a load the planner joins with scans of whole labels.
RETURN observation.id AS id, [(observation)-[:MEASURES]->(i:Indicator) | i.id][0] AS indicator,
       [(observation)-[:OF]->(r:Region) | r.code][0] AS region, [(observation)-[:OF]->(s:Segment) | s.code][0] AS segment,
       [(observation)-[:OF]->(p:Park) | p.id][0] AS park, [(observation)-[:OF]->(f:Firm) | f.id][0] AS firm,
       observation.period AS period, observation.value AS value, observation.scope AS scope, observation.note AS note,
       observation.sources AS sources, observation.positions AS positions, observation.quotes AS quotes
ORDER BY id
