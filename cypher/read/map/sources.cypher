// purpose: All sources.
// parameters: none
// columns: id STRING, title STRING, publisher STRING, date STRING, url STRING, kind STRING, reliability STRING, licence STRING, note STRING
// budget: 1420
MATCH (source:Source)
RETURN source.id AS id, source.title AS title, source.publisher AS publisher, source.date AS date, source.url AS url,
       source.kind AS kind, source.reliability AS reliability, source.licence AS licence, source.note AS note
ORDER BY id
