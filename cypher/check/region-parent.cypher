// purpose: a province lies within nothing, every other region directly within one that is larger
// parameters: none
// columns: code STRING, level STRING, parents INTEGER
MATCH (region:Region)
WITH
  region,
  COUNT { MATCH (region)-[:WITHIN]->() } AS parents,
  COUNT {
    MATCH (region)-[:WITHIN]->(parent:Region)
    WHERE parent.level IN CASE region.level
      WHEN 'PREFECTURE' THEN ['PROVINCE']
      WHEN 'COUNTY' THEN ['PREFECTURE', 'PROVINCE']
      WHEN 'TOWN' THEN ['COUNTY', 'PREFECTURE']
      ELSE []
    END
  } AS larger
WHERE parents <> larger OR parents <> CASE region.level WHEN 'PROVINCE' THEN 0 ELSE 1 END
RETURN region.code AS code, region.level AS level, parents
