// purpose: a firm that comes (back) to the map finds the lists that hold it
// parameters: none
// columns: none
CREATE INDEX listed_firm_firm IF NOT EXISTS
FOR (n:ListedFirm) ON (n.firm)
