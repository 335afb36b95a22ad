// purpose: every relationship of the map came by an import that is known
// parameters: none
// columns: type STRING, start STRING, importId STRING
MATCH (start:Cluster|Segment|Region|Zone|Department|Policy|Measure|Clause|Target|Asset|Park|ParkFeature|Statement|Indicator|Observation|Coverage|Firm)-[edge:ABOUT|ACCEPTS|APPLIES_TO|CONCERNS|COVERS|DISTANCE|FEEDS|HAS_FEATURE|HOSTS|IMPLEMENTS|INTERPRETS|IN_ZONE|ISSUED_BY|LED_BY|LOCATED_IN|MEASURES|NAMES|OF|OPERATES_IN|PAIRED_WITH|PART_OF|STATED_BY|SUCCEEDED_BY|SUPPORTED_BY|WITHIN]->()
WHERE NOT EXISTS { MATCH (known:Import {id: edge.importId}) }
RETURN type(edge) AS type, coalesce(start.code, start.id) AS start, edge.importId AS importId
