// purpose: the current release is asked for by every operation
// parameters: none
// columns: none
CREATE INDEX release_current IF NOT EXISTS
FOR (n:Release) ON (n.current)
