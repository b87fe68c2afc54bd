-- Which review meetings were held on an organisation?
-- Grain:  one row per meeting, the latest first.
-- Takes:  $organisation (text)
-- Gives:  meeting (its id), organisation, year, day (that states and delays are counted at),
--         started_at (UTC), who
select id as meeting, organisation, year, day, started_at, who
from meeting
where organisation = $organisation
order by started_at desc, id
