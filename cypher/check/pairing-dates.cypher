// purpose: a pairing has a beginning, and does not end before it
// parameters: none
// columns: from STRING, to STRING, validFrom STRING, validTo STRING
MATCH (from:Region)-[pair:PAIRED_WITH]->(to:Region)
WHERE pair.from IS NULL OR pair.to < pair.from
RETURN from.code AS from, to.code AS to, pair.from AS validFrom, pair.to AS validTo
