// purpose: One page of the observations of a firm, after a keyset position; indicator may be null for all.
// parameters: $key STRING, $indicator STRING, $afterId STRING, $limit INTEGER
// columns: id STRING, indicator STRING, region STRING, segment STRING, park STRING, firm STRING, period STRING, value FLOAT, scope STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 20
MATCH (:Firm {id: $key})<-[:OF]-(observation:Observation)-[:MEASURES]->(indicator:Indicator)
WHERE ($indicator IS NULL OR indicator.id = $indicator) AND ($afterId IS NULL OR observation.id > $afterId)
WITH observation, indicator ORDER BY observation.id LIMIT $limit
OPTIONAL MATCH (observation)-[:OF]->(region:Region)
OPTIONAL MATCH (observation)-[:OF]->(segment:Segment)
OPTIONAL MATCH (observation)-[:OF]->(park:Park)
OPTIONAL MATCH (observation)-[:OF]->(firm:Firm)
RETURN observation.id AS id, indicator.id AS indicator, region.code AS region, segment.code AS segment, park.id AS park,
       firm.id AS firm, observation.period AS period, observation.value AS value, observation.scope AS scope,
       observation.note AS note, observation.sources AS sources, observation.positions AS positions,
       observation.quotes AS quotes
ORDER BY id
