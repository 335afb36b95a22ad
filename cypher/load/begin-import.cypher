// purpose: opens an import, or the same one again after it was cut off; another open import of the origin is given up
// parameters: $id STRING, $origin STRING, $checksum STRING, $startedAt DATETIME, $created INTEGER, $changed INTEGER, $unchanged INTEGER, $removed INTEGER
// columns: id STRING
CALL () {
  MATCH (other:Import {state: 'RUNNING'})
  WHERE other.origin = $origin AND other.id <> $id
  SET other.state = 'ABANDONED'
}
MERGE (import:Import {id: $id})
ON CREATE SET
  import.origin = $origin,
  import.checksum = $checksum,
  import.startedAt = $startedAt,
  import.created = $created,
  import.changed = $changed,
  import.unchanged = $unchanged,
  import.removed = $removed
SET import.state = 'RUNNING'
RETURN import.id AS id
