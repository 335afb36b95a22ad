// purpose: The firms of target lists in order, with what was known when each was put in; a firm that is no longer on the map stays.
// parameters: $ids LIST<STRING>
// columns: list STRING, position INTEGER, firm STRING, firmName STRING, note STRING, nextStep STRING, addedAt DATETIME, releaseId STRING, isCandidate BOOLEAN, score FLOAT, low FLOAT, high FLOAT, rank INTEGER
// budget: 200
MATCH (list:TargetList)-[:HOLDS]->(entry:ListedFirm)
WHERE list.id IN $ids
RETURN list.id AS list, entry.position AS position, entry.firm AS firm, entry.firmName AS firmName, entry.note AS note,
       entry.nextStep AS nextStep, entry.addedAt AS addedAt, entry.releaseId AS releaseId,
       entry.isCandidate AS isCandidate, entry.score AS score, entry.low AS low, entry.high AS high, entry.rank AS rank
ORDER BY list, position
