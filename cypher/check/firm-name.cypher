// purpose: a firm has a name, and what is said of its places and segments has a method
// parameters: none
// columns: id STRING
MATCH (firm:Firm)
WHERE
  firm.nameZh IS NULL AND firm.nameEn IS NULL OR
  EXISTS { MATCH (firm)-[place:LOCATED_IN]->() WHERE NOT coalesce(place.kind, '') IN ['REGISTERED', 'OPERATING'] } OR
  EXISTS { MATCH (firm)-[work:OPERATES_IN]->() WHERE work.method IS NULL OR work.confidence IS NULL }
RETURN firm.id AS id
