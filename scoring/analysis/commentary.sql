-- How did people word what is said of a year, and of which batches?
-- Grain:  one row: the latest wording, or none where nobody worded it.
-- Takes:  $organisation (text), $year (integer)
-- Gives:  organisation, year, batches (ids, one a line), text (one sentence a line; '': what the
--         rules say), decided_at (UTC), who
select organisation, year, batches, "text", decided_at, who
from commentary
where organisation = $organisation and year = $year
order by decided_at desc
limit 1
