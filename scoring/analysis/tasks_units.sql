-- Who leads and who coordinates each task of an organisation.
-- Grain:  one row per task, role and unit.
-- Takes:  $organisation (text)
-- Gives:  task (its id), role (lead, coordinating), unit, unit_group (names nobody in particular)
select task.id as task, role, unit, unit_group
from task_unit
join task using (batch, position)
where task_unit.batch in (
    select id from current_batch
    where organisation = $organisation and kind in ('scores', 'tasks')
)
order by task.batch, task.position, role desc, unit
