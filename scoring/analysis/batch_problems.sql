-- What was found wrong while one batch was read.
-- Grain:  one row per problem, errors first, then as found.
-- Takes:  $batch (text)
-- Gives:  position, code, severity (error, warning, note), sheet, row, column, expected, found, fix
select position, code, severity, sheet, row, "column", expected, found, fix
from batch_problem
where batch = $batch
order by list_position(['error', 'warning', 'note'], severity), position
