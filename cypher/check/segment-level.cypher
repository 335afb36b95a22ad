// purpose: the level of a segment is its depth in the tree, and every branch ends at a cluster
// parameters: none
// columns: code STRING, level INTEGER, depth INTEGER
MATCH (segment:Segment)
OPTIONAL MATCH path = (segment)-[:PART_OF]->{0,10}(root:Segment)
WHERE EXISTS { MATCH (root)-[:PART_OF]->(:Cluster) }
WITH segment, min(length(path)) + 1 AS depth
WHERE depth IS NULL OR depth <> segment.level
RETURN segment.code AS code, segment.level AS level, depth
