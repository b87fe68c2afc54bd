-- The tasks of one batch as they were read, a stretch of them.
-- Grain:  one row per task, in printed order.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, code, title, goal, solution, product, lead, coordinating, deadline, note
select row, code, title, goal, solution, product, lead, coordinating, deadline, note
from task
where batch = $batch
order by position
limit $most offset $first
