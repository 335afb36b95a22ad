// purpose: a node has one position and one quote for each of its sources
// parameters: none
// columns: label STRING, key STRING
MATCH (node:Cluster|Segment|Region|Zone|Department|Policy|Measure|Clause|Target|Asset|Park|ParkFeature|Statement|Indicator|Observation|Coverage|Firm)
WHERE
  size(node.sources) <> coalesce(size(node.positions), -1) OR
  size(node.sources) <> coalesce(size(node.quotes), -1) OR
  size(node.receiverSources) <> coalesce(size(node.receiverPositions), -1) OR
  size(node.receiverSources) <> coalesce(size(node.receiverQuotes), -1)
RETURN labels(node)[0] AS label, coalesce(node.code, node.id) AS key
