-- Which organisations does the registry know directly under one, of whatever time?
-- Grain:  one row per organisation.
-- Takes:  $organisation (text)
-- Gives:  organisation, name, level, valid_from, valid_to (null: open)
select id as organisation, name, level, valid_from, valid_to
from organisation
where parent = $organisation
order by level, name, id
