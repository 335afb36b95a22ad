// purpose: the firms of a target list, at most 200, stand on the positions 1 to their number, each on one of its own
// parameters: none
// columns: id STRING, firms INTEGER, positions LIST<INTEGER>
MATCH (list:TargetList)-[:HOLDS]->(entry:ListedFirm)
WITH list, count(entry) AS firms, collect(entry.position) AS positions
WHERE firms > 200 OR any(position IN range(1, firms) WHERE NOT position IN positions)
RETURN list.id AS id, firms, positions
