// purpose: Full-text search over Chinese names and aliases (cjk analyzer); $query is in Lucene syntax, already escaped.
// parameters: $query STRING, $exact STRING, $labels LIST<STRING>, $limit INTEGER
// columns: type STRING, key STRING, score FLOAT, exact BOOLEAN, level STRING
// budget: 120
CALL db.index.fulltext.queryNodes('search_text', $query) YIELD node, score
WHERE any(label IN labels(node) WHERE label IN $labels)
RETURN labels(node)[0] AS type, coalesce(node.code, node.id) AS key, score,
       $exact IN split(toLower(node.searchPinyin), ' ') AS exact, node.level AS level
ORDER BY exact DESC, score DESC, type, key
LIMIT $limit
