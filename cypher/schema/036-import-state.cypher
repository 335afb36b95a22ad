// purpose: an import that was cut off is found by its state
// parameters: none
// columns: none
CREATE INDEX import_state IF NOT EXISTS
FOR (n:Import) ON (n.state)
