-- In which band an index value lies; bands are data, by index, level and year.
-- Grain:  one row, or none where no bounds were published.
-- Takes:  $index_name (text), $level (text), $year (integer), $index_value (percent)
-- Gives:  band, lower (inclusive), upper (exclusive), source
select band, lower, upper, source
from band
where index_name = $index_name and level = $level and year = $year
    and (lower is not null or upper is not null)
    and (lower is null or $index_value >= lower)
    and (upper is null or $index_value < upper)
order by lower desc nulls last, band
limit 1
