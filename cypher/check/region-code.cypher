// purpose: a region code has the form of its level and begins with the digits of the region above
// parameters: none
// columns: code STRING, level STRING, parent STRING
MATCH (region:Region)
OPTIONAL MATCH (region)-[:WITHIN]->(parent:Region)
WITH
  region,
  parent,
  CASE parent.level
    WHEN 'PROVINCE' THEN substring(parent.code, 0, 2)
    WHEN 'PREFECTURE' THEN substring(parent.code, 0, 4)
    ELSE parent.code
  END AS prefix
WHERE
  NOT region.code =~ CASE region.level
    WHEN 'PROVINCE' THEN '[1-9][0-9]0000'
    WHEN 'PREFECTURE' THEN '[1-9][0-9](?!00)[0-9]{2}00'
    WHEN 'COUNTY' THEN '[1-9][0-9]{3}(?!00)[0-9]{2}'
    WHEN 'TOWN' THEN '[1-9][0-9]{8}'
    ELSE 'a level that is not known'
  END OR
  prefix IS NOT NULL AND NOT region.code STARTS WITH prefix
RETURN region.code AS code, region.level AS level, parent.code AS parent
