// purpose: frees the unified social credit codes of firms that are to change or go, so that a code can move to another
// firm in one import
// parameters: $keys LIST<STRING>
// columns: released INTEGER
UNWIND $keys AS key
MATCH (firm:Firm {id: key})
REMOVE firm.uscc
RETURN count(*) AS released
