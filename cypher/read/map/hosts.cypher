// purpose: The roll-up of firms by region and segment.
// parameters: none
// columns: region STRING, segment STRING, firms INTEGER, employees FLOAT, revenue FLOAT, namedFirms INTEGER, coverage STRING, asOf STRING, sources LIST<STRING>, positions LIST<STRING>, quotes LIST<STRING>
// budget: 16260
MATCH (region:Region)-[host:HOSTS]->(segment:Segment)
RETURN region.code AS region, segment.code AS segment, host.firms AS firms, host.employees AS employees,
       host.revenue AS revenue, host.namedFirms AS namedFirms, host.coverage AS coverage, host.asOf AS asOf,
       host.sources AS sources, host.positions AS positions, host.quotes AS quotes
