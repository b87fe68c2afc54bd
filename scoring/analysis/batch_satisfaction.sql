-- The rows of one satisfaction table as they were read, a stretch of them.
-- Grain:  one row per factor or overall row, in printed order.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, code, title, overall, percent
select row, code, title, overall, percent
from satisfaction
where batch = $batch
order by position
limit $most offset $first
