// purpose: a firm stands in a target list once: ListedFirm is known by list and firm
// parameters: none
// columns: none
CREATE CONSTRAINT listed_firm_id IF NOT EXISTS
FOR (n:ListedFirm) REQUIRE n.id IS UNIQUE
