// purpose: target lists are paged from the newest
// parameters: none
// columns: none
CREATE INDEX target_list_created IF NOT EXISTS
FOR (n:TargetList) ON (n.createdAt)
