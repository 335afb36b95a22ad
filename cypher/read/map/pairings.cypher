// purpose: Counterpart pairs with their dates.
// parameters: none
// columns: from STRING, to STRING, validFrom STRING, validTo STRING, note STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 170
MATCH (helper:Region)-[pairing:PAIRED_WITH]->(helped:Region)
RETURN helper.code AS from, helped.code AS to, pairing.from AS validFrom, pairing.to AS validTo, pairing.note AS note,
       pairing.sources AS sources, pairing.positions AS positions, pairing.quotes AS quotes
ORDER BY from, to, validFrom
