// purpose: waits until every index is built
// parameters: $seconds INTEGER
// columns: none
// budget: 999999
CALL db.awaitIndexes($seconds)
