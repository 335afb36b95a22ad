// purpose: a relationship has one position and one quote for each of its sources
// parameters: none
// columns: type STRING, start STRING, finish STRING
MATCH (start:Cluster|Segment|Region|Zone|Department|Policy|Measure|Clause|Target|Asset|Park|ParkFeature|Statement|Indicator|Observation|Coverage|Firm)-[edge:ABOUT|ACCEPTS|APPLIES_TO|CONCERNS|COVERS|DISTANCE|FEEDS|HAS_FEATURE|HOSTS|IMPLEMENTS|INTERPRETS|IN_ZONE|ISSUED_BY|LED_BY|LOCATED_IN|MEASURES|NAMES|OF|OPERATES_IN|PAIRED_WITH|PART_OF|STATED_BY|SUCCEEDED_BY|SUPPORTED_BY|WITHIN]->(finish)
WHERE
  size(edge.sources) <> coalesce(size(edge.positions), -1) OR
  size(edge.sources) <> coalesce(size(edge.quotes), -1)
RETURN type(edge) AS type, coalesce(start.code, start.id) AS start, coalesce(finish.code, finish.id) AS finish
