// purpose: All indicators.
// parameters: none
// columns: id STRING, nameZh STRING, nameEn STRING, unit STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 250
MATCH (indicator:Indicator)
RETURN indicator.id AS id, indicator.nameZh AS nameZh, indicator.nameEn AS nameEn, indicator.unit AS unit,
       indicator.sources AS sources, indicator.positions AS positions, indicator.quotes AS quotes
ORDER BY id
