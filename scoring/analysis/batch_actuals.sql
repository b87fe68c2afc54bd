-- What one file tells that indicators reached, a stretch of its rows.
-- Grain:  one row per indicator and year told of, in the order of the file.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, title (the indicator), indicator, year, value, source
select row, indicator as title, indicator, year, value, source
from actual
where batch = $batch
order by position
limit $most offset $first
