// purpose: writes (Clause)-[:LED_BY|SUPPORTED_BY]->(Department) by factKey
// parameters: $rows LIST<MAP>, $importId STRING
// columns: written INTEGER
UNWIND $rows AS row
MATCH (clause:Clause {id: row.links.clause})
CALL (clause, row) {
  MATCH (body:Department {id: row.links.lead})
  MERGE (clause)-[edge:LED_BY {factKey: row.key}]->(body)
  SET edge = row.properties, edge.importId = $importId
  SET edge.rank = toInteger(row.properties.rank)
  RETURN edge
  UNION ALL
  MATCH (body:Department {id: row.links.support})
  MERGE (clause)-[edge:SUPPORTED_BY {factKey: row.key}]->(body)
  SET edge = row.properties, edge.importId = $importId
  SET edge.rank = toInteger(row.properties.rank)
  RETURN edge
}
RETURN count(edge) AS written
