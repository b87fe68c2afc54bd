-- Which unit a printed name means, as people said; their latest word.
-- Grain:  one row per printed name.
-- Takes:  nothing
-- Gives:  printed, unit, decided_at (UTC), who
select printed, unit, decided_at, who
from remembered_unit
qualify row_number() over (partition by printed order by decided_at desc, unit) = 1
order by printed
