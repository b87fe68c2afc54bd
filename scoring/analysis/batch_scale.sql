-- The levels of attainable points printed under the criteria of one table, a stretch of them.
-- Grain:  one row per level, in printed order.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, code (of the criterion), title, points
select row, code, title, points
from scale_level
where batch = $batch
order by row, code, position
limit $most offset $first
