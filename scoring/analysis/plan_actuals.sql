-- What did an organisation's indicators reach, as people entered it?
-- Grain:  one row per indicator and year; the latest word of each.
-- Takes:  $organisation (text)
-- Gives:  indicator (the target's title), year, value, source, decided_at (UTC), who
select indicator, year, value, source, decided_at, who
from actual
where organisation = $organisation
qualify row_number() over (partition by indicator, year order by decided_at desc) = 1
    and value is not null
order by indicator, year
