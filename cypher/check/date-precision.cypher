// purpose: a date is as precise as it says
// parameters: none
// columns: label STRING, key STRING, date STRING, precision STRING
MATCH (node:Source|Policy|Statement)
WITH node, node.date AS date, node.datePrecision AS precision
WHERE
  (date IS NULL) <> (precision IS NULL) OR
  date IS NOT NULL AND
    precision <> CASE size(date)
      WHEN 4 THEN 'YEAR'
      WHEN 7 THEN 'MONTH'
      WHEN 10 THEN 'DAY'
      ELSE 'none'
    END
RETURN labels(node)[0] AS label, node.id AS key, date, precision
