// purpose: ParkFeature is known by id
// parameters: none
// columns: none
CREATE CONSTRAINT park_feature_id IF NOT EXISTS
FOR (n:ParkFeature) REQUIRE n.id IS UNIQUE
