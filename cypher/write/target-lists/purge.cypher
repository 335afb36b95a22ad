// purpose: removes for good the target lists that were deleted before a point in time
// parameters: $before DATETIME
// columns: removed INTEGER
MATCH (list:TargetList)
WHERE list.deletedAt < $before
CALL (list) {
  MATCH (list)-[:HOLDS]->(entry:ListedFirm)
  DETACH DELETE entry
}
DETACH DELETE list
RETURN count(*) AS removed
