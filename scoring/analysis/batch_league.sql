-- The rows of one league table as they were read, a stretch of them.
-- Grain:  one row per organisation and source, in printed order.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, organisation, title, rank, field_size, value, source
select row, organisation, title, rank, field_size, value, source
from league
where batch = $batch
order by position
limit $most offset $first
