// purpose: what can be searched for has the text and the pinyin that the indexes read
// parameters: none
// columns: label STRING, key STRING
MATCH (node:Cluster|Segment|Region|Zone|Department|Policy|Measure|Asset|Park|Firm)
WHERE coalesce(node.searchText, '') = '' OR coalesce(node.searchPinyin, '') = ''
RETURN labels(node)[0] AS label, coalesce(node.code, node.id) AS key
