// purpose: the named firms of the roll-up are the distinct firms that work there, or are registered there where no
// place of work is known
// parameters: none
// columns: region STRING, segment STRING, counted INTEGER, held INTEGER
MATCH (region:Region)
CALL (region) {
  MATCH (region)<-[:WITHIN]-{0,3}(:Region)<-[place:LOCATED_IN]-(firm:Firm)
  WHERE
    place.kind = 'OPERATING' OR
    NOT EXISTS { MATCH (firm)-[work:LOCATED_IN]->(:Region) WHERE work.kind = 'OPERATING' }
  MATCH (firm)-[:OPERATES_IN]->(:Segment)-[:PART_OF]->{0,10}(segment:Segment)
  RETURN segment, firm
  UNION
  MATCH (region)-[hosts:HOSTS]->(segment:Segment)
  WHERE hosts.namedFirms > 0
  RETURN segment, null AS firm
}
WITH region, segment, count(DISTINCT firm) AS counted
OPTIONAL MATCH (region)-[hosts:HOSTS]->(segment)
WITH region, segment, counted, hosts
WHERE coalesce(hosts.namedFirms, 0) <> counted
RETURN region.code AS region, segment.code AS segment, counted, hosts.namedFirms AS held
