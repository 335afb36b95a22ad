// purpose: a unified social credit code belongs to one firm
// parameters: none
// columns: none
CREATE CONSTRAINT firm_uscc IF NOT EXISTS
FOR (n:Firm) REQUIRE n.uscc IS UNIQUE
