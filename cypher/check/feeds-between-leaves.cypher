// purpose: feeds are held between leaves, and follow from ends that are the leaf itself or stand above it
// parameters: none
// columns: from STRING, to STRING, statedFrom STRING, statedTo STRING
MATCH (from:Segment)-[feed:FEEDS]->(to:Segment)
WHERE
  EXISTS { MATCH (from)<-[:PART_OF]-(:Segment) } OR
  EXISTS { MATCH (to)<-[:PART_OF]-(:Segment) } OR
  NOT EXISTS { MATCH (from)-[:PART_OF]->{0,10}(:Segment {code: feed.statedFrom}) } OR
  NOT EXISTS { MATCH (to)-[:PART_OF]->{0,10}(:Segment {code: feed.statedTo}) }
RETURN from.code AS from, to.code AS to, feed.statedFrom AS statedFrom, feed.statedTo AS statedTo
