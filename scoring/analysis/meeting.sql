-- Whose year is a meeting on, and when did it begin?
-- Grain:  one row, or none when the meeting is unknown.
-- Takes:  $meeting (text)
-- Gives:  meeting, organisation, year, day (that states and delays are counted at),
--         started_at (UTC), who
select id as meeting, organisation, year, day, started_at, who
from meeting
where id = $meeting
order by id
