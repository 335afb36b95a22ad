// purpose: a loaded graph has exactly one current release, made by an import that was finished
// parameters: none
// columns: releases INTEGER, current INTEGER, finished INTEGER
MATCH (release:Release)
WITH
  count(*) AS releases,
  count(CASE WHEN release.current THEN 1 END) AS current,
  count(CASE WHEN release.current AND EXISTS { MATCH (release)-[:MADE_BY]->(:Import {state: 'DONE'}) } THEN 1 END)
    AS finished
WHERE current <> 1 OR finished <> 1
RETURN releases, current, finished
