-- One criterion: its points, its plan, its place in the file.
-- Grain:  one row, or none when the table does not print the code.
-- Takes:  $batch (text), $code (text)
-- Gives:  position, code, parent, title, short_title, depth, leaf, kind, max_points, self_points,
--         points, lost_points, share (of the loss of the top rows, 0–1), solution, lead,
--         coordinating, deadline, batch, file_name, sheet, row
-- Uses:   losses
select * from losses
where code = $code
order by position
