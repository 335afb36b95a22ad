// purpose: a node that states something names at least one source
// parameters: none
// columns: label STRING, key STRING
MATCH (node:Cluster|Segment|Region|Zone|Department|Policy|Measure|Clause|Target|Asset|Park|ParkFeature|Statement|Indicator|Observation|Coverage|Firm)
WHERE coalesce(size(node.sources), 0) = 0
RETURN labels(node)[0] AS label, coalesce(node.code, node.id) AS key
