// purpose: brings a deleted target list back as it was
// parameters: $id STRING
// columns: id STRING
MATCH (list:TargetList {id: $id})
REMOVE list.deletedAt
RETURN list.id AS id
