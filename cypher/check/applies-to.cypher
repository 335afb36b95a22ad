// purpose: a measure applies to a segment, region, zone or park in the words of the text, or as a whole to the cluster
// parameters: none
// columns: measure STRING, target STRING, term STRING
MATCH (measure)-[applies:APPLIES_TO]->(target)
WHERE
  NOT measure:Measure OR
  NOT target:Segment|Region|Zone|Park|Cluster OR
  coalesce(applies.term, '') = '' OR
  coalesce(applies.wholeChain, false) <> (target:Cluster)
RETURN measure.id AS measure, coalesce(target.code, target.id) AS target, applies.term AS term
