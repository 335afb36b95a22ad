// purpose: waits until every index is built
// parameters: $seconds INTEGER
// columns: none
// budget: 0
CALL db.awaitIndexes($seconds)
