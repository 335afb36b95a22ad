// purpose: Observations by key.
// parameters: $ids LIST<STRING>
// columns: id STRING, indicator STRING, region STRING, segment STRING, park STRING, firm STRING, period STRING, value FLOAT, scope STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 60
// One seek a key whatever the statistics say: right after a load the planner may otherwise begin at the indicators.
UNWIND $ids AS key
MATCH (observation:Observation {id: key})
MATCH (observation)-[:MEASURES]->(indicator:Indicator)
OPTIONAL MATCH (observation)-[:OF]->(region:Region)
OPTIONAL MATCH (observation)-[:OF]->(segment:Segment)
OPTIONAL MATCH (observation)-[:OF]->(park:Park)
OPTIONAL MATCH (observation)-[:OF]->(firm:Firm)
RETURN observation.id AS id, indicator.id AS indicator, region.code AS region, segment.code AS segment, park.id AS park,
       firm.id AS firm, observation.period AS period, observation.value AS value, observation.scope AS scope,
       observation.note AS note, observation.sources AS sources, observation.positions AS positions,
       observation.quotes AS quotes
ORDER BY id
