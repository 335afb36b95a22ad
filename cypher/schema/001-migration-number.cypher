// purpose: one node per migration
// parameters: none
// columns: none
CREATE CONSTRAINT migration_number IF NOT EXISTS
FOR (n:Migration) REQUIRE n.number IS UNIQUE
