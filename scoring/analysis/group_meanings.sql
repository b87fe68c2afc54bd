-- Who is meant by the groups that lead in an organisation's plans, as people said; their latest
-- word.
-- Grain:  one row per group that anybody decided about.
-- Takes:  $organisation (text)
-- Gives:  unit_group, meaning (members, focal, group: nobody in particular), units (the members,
--         or the focal unit; one a line), decided_at (UTC), who
select unit_group, meaning, units, decided_at, who
from group_meaning
where organisation = $organisation
qualify row_number() over (partition by unit_group order by decided_at desc) = 1
order by unit_group
