// purpose: each prefecture of Guangdong is there with its number of counties (statistical divisions of 2023-06-30: 21
// and 122)
// parameters: none
// columns: code STRING, expected INTEGER, found INTEGER
UNWIND [
  {code: '440100', counties: 11},
  {code: '440200', counties: 10},
  {code: '440300', counties: 9},
  {code: '440400', counties: 3},
  {code: '440500', counties: 7},
  {code: '440600', counties: 5},
  {code: '440700', counties: 7},
  {code: '440800', counties: 9},
  {code: '440900', counties: 5},
  {code: '441200', counties: 8},
  {code: '441300', counties: 5},
  {code: '441400', counties: 8},
  {code: '441500', counties: 4},
  {code: '441600', counties: 6},
  {code: '441700', counties: 4},
  {code: '441800', counties: 8},
  {code: '441900', counties: 0},
  {code: '442000', counties: 0},
  {code: '445100', counties: 3},
  {code: '445200', counties: 5},
  {code: '445300', counties: 5}
] AS expected
OPTIONAL MATCH (region:Region {code: expected.code})
WITH
  expected,
  region,
  COUNT { MATCH (county:Region)-[:WITHIN]->(region) WHERE county.level = 'COUNTY' } AS found
WHERE region IS NULL OR found <> expected.counties
RETURN expected.code AS code, expected.counties AS expected, found
