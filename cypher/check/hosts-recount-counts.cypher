// purpose: the counts of the roll-up are those of the observations, added up along both trees, and nothing is missing
// parameters: none
// columns: region STRING, segment STRING, counted FLOAT, held INTEGER
MATCH (region:Region)
CALL (region) {
  MATCH (region)<-[:WITHIN]-{0,3}(:Region)<-[:OF]-(count:Observation)-[:MEASURES]->(:Indicator {id: 'firms'})
  WHERE count.label IS NOT NULL
  MATCH (count)-[:OF]->(:Segment)-[:PART_OF]->{0,10}(segment:Segment)
  RETURN segment, sum(count.value) AS counted
  UNION ALL
  MATCH (region)-[hosts:HOSTS]->(segment:Segment)
  WHERE hosts.firms IS NOT NULL
  RETURN segment, 0 AS counted
}
WITH region, segment, sum(counted) AS counted
OPTIONAL MATCH (region)-[hosts:HOSTS]->(segment)
WITH region, segment, counted, hosts
WHERE coalesce(hosts.firms, 0) <> counted
RETURN region.code AS region, segment.code AS segment, counted, hosts.firms AS held
