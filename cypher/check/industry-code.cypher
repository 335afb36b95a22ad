// purpose: industry codes have the form of GB/T 4754-2017, and the partial ones are among them
// parameters: none
// columns: code STRING, gbt4754 LIST<STRING>, gbt4754Part LIST<STRING>
MATCH (segment:Segment)
WHERE
  any(code IN segment.gbt4754 WHERE NOT code =~ '[A-T]?[0-9]{2,4}') OR
  any(code IN segment.gbt4754Part WHERE NOT code IN segment.gbt4754)
RETURN segment.code AS code, segment.gbt4754 AS gbt4754, segment.gbt4754Part AS gbt4754Part
