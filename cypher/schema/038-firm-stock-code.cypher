// purpose: firms are looked up by stock code
// parameters: none
// columns: none
CREATE INDEX firm_stock_code IF NOT EXISTS
FOR (n:Firm) ON (n.stockCode)
