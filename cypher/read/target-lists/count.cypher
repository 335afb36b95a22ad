// purpose: How many target lists there are, without the deleted ones.
// parameters: none
// columns: lists INTEGER
// budget: 200
MATCH (list:TargetList)
WHERE list.deletedAt IS NULL
RETURN count(list) AS lists
