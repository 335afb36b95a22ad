// purpose: a segment code is a letter of its root and digits, and begins with the letter of its root
// parameters: none
// columns: code STRING, parent STRING
MATCH (segment:Segment)
OPTIONAL MATCH (segment)-[:PART_OF]->(parent:Segment)
WITH segment, parent
WHERE
  NOT segment.code =~ '[A-Z][0-9]{0,3}' OR
  parent IS NOT NULL AND substring(parent.code, 0, 1) <> substring(segment.code, 0, 1)
RETURN segment.code AS code, parent.code AS parent
