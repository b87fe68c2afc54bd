-- The leaves that one unit answers for, as lead first, then as coordinator.
-- Grain:  one row per leaf and role.
-- Takes:  $batch (text), $unit (text)
-- Gives:  role (lead, coordinating), code, title, short_title, kind, max_points, points,
--         lost_points, share_of_leads (1 ÷ number of leads; null for a coordinator),
--         lead, coordinating, deadline, solution, batch, file_name, sheet, row
-- Uses:   losses, leaf_units
select
    leaf_units.role, losses.code, losses.title, losses.short_title, losses.kind,
    losses.max_points, losses.points, losses.lost_points,
    case when leaf_units.role = 'lead' then 1 / leaf_units.leads end as share_of_leads,
    losses.lead, losses.coordinating, losses.deadline, losses.solution,
    losses.batch, losses.file_name, losses.sheet, losses.row
from leaf_units
join losses on losses.code = leaf_units.code
where leaf_units.unit = $unit
order by leaf_units.role desc, losses.lost_points desc nulls last, losses.position
