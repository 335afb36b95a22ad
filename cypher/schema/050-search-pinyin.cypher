// purpose: full text over pinyin, initials and Latin names
// parameters: none
// columns: none
CREATE FULLTEXT INDEX search_pinyin IF NOT EXISTS
FOR (n:Cluster|Segment|Region|Zone|Department|Policy|Measure|Asset|Park|Firm) ON EACH [n.searchPinyin]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard'}}
