// purpose: Firms with a stock code; two exchanges may use the same one.
// parameters: $stockCode STRING
// columns: id STRING
// budget: 10
MATCH (firm:Firm {stockCode: $stockCode})
RETURN firm.id AS id
ORDER BY id
