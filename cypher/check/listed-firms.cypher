// purpose: a firm of a target list is in one list, keeps its key and name, and is tied to the firm of that key as long as
// the map holds it
// parameters: none
// columns: id STRING, lists INTEGER, firm STRING
MATCH (entry:ListedFirm)
WITH entry, COUNT { (:TargetList)-[:HOLDS]->(entry) } AS lists
WHERE lists <> 1 OR entry.firm IS NULL OR coalesce(trim(entry.firmName), '') = '' OR entry.releaseId IS NULL
   OR (EXISTS { MATCH (known:Firm {id: entry.firm}) } AND NOT EXISTS { MATCH (entry)-[:IS]->(:Firm {id: entry.firm}) })
RETURN entry.id AS id, lists, entry.firm AS firm
