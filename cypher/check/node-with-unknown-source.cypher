// purpose: every source id that a node names is a Source of the map
// parameters: none
// columns: label STRING, key STRING, source STRING
MATCH (node:Cluster|Segment|Region|Zone|Department|Policy|Measure|Clause|Target|Asset|Park|ParkFeature|Statement|Indicator|Observation|Coverage|Firm)
UNWIND coalesce(node.sources, []) + coalesce(node.receiverSources, []) AS source
WITH node, source
WHERE NOT EXISTS { MATCH (known:Source {id: source}) }
RETURN labels(node)[0] AS label, coalesce(node.code, node.id) AS key, source
