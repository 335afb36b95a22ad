// purpose: Chinese full text over names and aliases (cjk analyzer: pairs of characters)
// parameters: none
// columns: none
CREATE FULLTEXT INDEX search_text IF NOT EXISTS
FOR (n:Cluster|Segment|Region|Zone|Department|Policy|Measure|Asset|Park|Firm) ON EACH [n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
