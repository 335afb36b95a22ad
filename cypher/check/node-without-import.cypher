// purpose: every node of the map came by an import that is known
// parameters: none
// columns: label STRING, key STRING, importId STRING
MATCH (node:Source|Cluster|Segment|Region|Zone|Department|Policy|Measure|Clause|Target|Asset|Park|ParkFeature|Statement|Indicator|Observation|Coverage|Firm)
WHERE NOT EXISTS { MATCH (known:Import {id: node.importId}) }
RETURN labels(node)[0] AS label, coalesce(node.code, node.id) AS key, node.importId AS importId
