// purpose: Names that contain a text anywhere: single characters and words inside words, which the cjk analyzer does not find.
// parameters: $text STRING, $exact STRING, $labels LIST<STRING>, $limit INTEGER
// columns: type STRING, key STRING, score FLOAT, exact BOOLEAN, level STRING
// budget: 180
CALL () {
  MATCH (node:Cluster) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Segment) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Region) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Zone) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Department) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Policy) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Measure) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Asset) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Park) WHERE node.searchText CONTAINS $text RETURN node
  UNION ALL
  MATCH (node:Firm) WHERE node.searchText CONTAINS $text RETURN node
}
WITH node, 1.0 / size(node.searchText) AS score
WHERE any(label IN labels(node) WHERE label IN $labels)
RETURN labels(node)[0] AS type, coalesce(node.code, node.id) AS key, score,
       $exact IN split(toLower(node.searchPinyin), ' ') AS exact, node.level AS level
ORDER BY exact DESC, score DESC, type, key
LIMIT $limit
