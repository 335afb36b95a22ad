// purpose: Firms by key.
// parameters: $ids LIST<STRING>
// columns: id STRING, nameZh STRING, nameEn STRING, shortNames LIST<STRING>, uscc STRING, stockCode STRING, exchange STRING, listingState STRING, status STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 40
MATCH (firm:Firm)
WHERE firm.id IN $ids
RETURN firm.id AS id, firm.nameZh AS nameZh, firm.nameEn AS nameEn, firm.shortNames AS shortNames, firm.uscc AS uscc,
       firm.stockCode AS stockCode, firm.exchange AS exchange, firm.listingState AS listingState, firm.status AS status,
       firm.sources AS sources, firm.positions AS positions, firm.quotes AS quotes
