-- Who answers for each leaf, and in which role.
-- Grain:  one row per leaf, role and unit.
-- Takes:  $batch (text)
-- Gives:  code, role (lead, coordinating), unit, unit_group, leads (units that lead this leaf),
--         lost_points, row
with led as (
    select position, count(*) as leads
    from task_unit
    where batch = $batch and role = 'lead'
    group by position
)
select
    score.code, task_unit.role, task_unit.unit, task_unit.unit_group,
    coalesce(led.leads, 0) as leads,
    score.lost_points, score.row
from score
join task on task.batch = $batch and task.code = score.code
join task_unit on task_unit.batch = $batch and task_unit.position = task.position
left join led on led.position = task.position
where score.batch = $batch and score.leaf
order by score.code, task_unit.role desc, task_unit.unit
