// purpose: The firm with a unified social credit code.
// parameters: $uscc STRING
// columns: id STRING
// budget: 10
MATCH (firm:Firm {uscc: $uscc})
RETURN firm.id AS id
