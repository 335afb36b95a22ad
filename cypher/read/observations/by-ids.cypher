// purpose: Observations by key.
// parameters: $ids LIST<STRING>
// columns: id STRING, indicator STRING, region STRING, segment STRING, park STRING, firm STRING, period STRING, value FLOAT, scope STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 60
MATCH (observation:Observation)-[:MEASURES]->(indicator:Indicator)
WHERE observation.id IN $ids
OPTIONAL MATCH (observation)-[:OF]->(region:Region)
OPTIONAL MATCH (observation)-[:OF]->(segment:Segment)
OPTIONAL MATCH (observation)-[:OF]->(park:Park)
OPTIONAL MATCH (observation)-[:OF]->(firm:Firm)
RETURN observation.id AS id, indicator.id AS indicator, region.code AS region, segment.code AS segment, park.id AS park,
       firm.id AS firm, observation.period AS period, observation.value AS value, observation.scope AS scope,
       observation.note AS note, observation.sources AS sources, observation.positions AS positions,
       observation.quotes AS quotes
ORDER BY id
