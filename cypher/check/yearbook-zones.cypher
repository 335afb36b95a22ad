// purpose: in the scheme of the yearbook each prefecture of Guangdong belongs to exactly one zone
// parameters: none
// columns: code STRING, zones INTEGER
MATCH (region:Region)-[:WITHIN]->(:Region {code: '440000'})
WHERE region.level = 'PREFECTURE'
WITH region, COUNT { MATCH (region)-[member:IN_ZONE]->(:Zone) WHERE member.scheme = 'YEARBOOK' } AS zones
WHERE zones <> 1
RETURN region.code AS code, zones
