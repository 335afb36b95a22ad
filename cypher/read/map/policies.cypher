// purpose: All policies with issuer and links.
// parameters: none
// columns: id STRING, nameZh STRING, nameEn STRING, kind STRING, number STRING, date STRING, issuer STRING, implements LIST<STRING>, interprets LIST<STRING>, namedIn LIST<STRING>, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 1100
MATCH (policy:Policy)
OPTIONAL MATCH (policy)-[:ISSUED_BY]->(issuer:Department)
RETURN policy.id AS id, policy.nameZh AS nameZh, policy.nameEn AS nameEn, policy.kind AS kind, policy.number AS number,
       policy.date AS date, issuer.id AS issuer,
       COLLECT { MATCH (policy)-[:IMPLEMENTS]->(other:Policy) RETURN other.id ORDER BY other.id } AS implements,
       COLLECT { MATCH (policy)-[:INTERPRETS]->(other:Policy) RETURN other.id ORDER BY other.id } AS interprets,
       COLLECT { MATCH (measure:Measure)-[:NAMES]->(policy) RETURN measure.id ORDER BY measure.id } AS namedIn,
       policy.sources AS sources, policy.positions AS positions, policy.quotes AS quotes
ORDER BY id
