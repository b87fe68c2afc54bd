-- The limits of the bands of one index, level and year, as they were published.
-- Grain:  one row per band, the highest first.
-- Takes:  $index_name (text), $level (text), $year (integer)
-- Gives:  band, lower (inclusive, percent), upper (exclusive, percent), source
select band, lower, upper, source
from band
where index_name = $index_name and level = $level and year = $year
    and (lower is not null or upper is not null)
order by coalesce(lower, upper) desc, lower is null, band
