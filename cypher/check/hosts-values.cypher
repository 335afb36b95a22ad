// purpose: a cell of the roll-up says something: never a zero, and its state fits its numbers
// parameters: none
// columns: region STRING, segment STRING, firms INTEGER, namedFirms INTEGER, state STRING
MATCH (region:Region)-[hosts:HOSTS]->(segment:Segment)
WHERE
  hosts.firms <= 0 OR
  hosts.firms IS NULL AND coalesce(hosts.namedFirms, 0) <= 0 OR
  coalesce(hosts.state, '') <> CASE WHEN hosts.firms IS NULL THEN 'SIZE_UNKNOWN' ELSE 'OBSERVED' END OR
  hosts.firms IS NOT NULL AND hosts.asOf IS NULL
RETURN
  region.code AS region,
  segment.code AS segment,
  hosts.firms AS firms,
  hosts.namedFirms AS namedFirms,
  hosts.state AS state
