// purpose: both check characters of a unified social credit code fit (GB 32100, GB 11714)
// parameters: none
// columns: id STRING, uscc STRING
WITH
  '0123456789ABCDEFGHJKLMNPQRTUWXY' AS alphabet,
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS letters,
  [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] AS weights,
  [3, 7, 9, 10, 5, 8, 4, 2] AS organisationWeights
MATCH (firm:Firm)
WHERE firm.uscc IS NOT NULL
WITH
  firm,
  substring(
    alphabet,
    (31 - reduce(sum = 0, i IN range(0, 16) |
      sum + weights[i] * size(split(alphabet, substring(firm.uscc, i, 1))[0])) % 31) % 31,
    1
  ) AS check,
  11 - reduce(sum = 0, i IN range(0, 7) |
    sum + organisationWeights[i] * size(split(letters, substring(firm.uscc, 8 + i, 1))[0])) % 11 AS organisation
WHERE
  NOT firm.uscc =~ '[0-9A-HJ-NP-RTUW-Y]{18}' OR
  check <> substring(firm.uscc, 17, 1) OR
  substring(firm.uscc, 16, 1) <> CASE organisation
    WHEN 10 THEN 'X'
    WHEN 11 THEN '0'
    ELSE toString(organisation)
  END
RETURN firm.id AS id, firm.uscc AS uscc
