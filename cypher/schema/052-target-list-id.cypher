// purpose: TargetList is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT target_list_id IF NOT EXISTS
FOR (n:TargetList) REQUIRE n.id IS UNIQUE
