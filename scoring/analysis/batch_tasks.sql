-- The tasks of one batch as they were read, a stretch of them.
-- Grain:  one row per task, in printed order.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, code, title, goal, solution, product, lead, coordinating, deadline, note,
--         section, purpose (mend, keep, steer, other), index_name (of its section)
select
    row, code, title, goal, solution, product, lead, coordinating, deadline, note,
    section, purpose, index_name
from task
where batch = $batch
order by position
limit $most offset $first
