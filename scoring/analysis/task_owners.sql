-- Whose are these tasks?
-- Grain:  one row per task that was ever loaded; of its batches, the latest.
-- Takes:  $tasks (text; ids with commas between them)
-- Gives:  task (its id), organisation, organisation_name
select
    task.id as task,
    arg_max(batch.organisation, batch.id) as organisation,
    arg_max(batch.organisation_name, batch.id) as organisation_name
from task
join batch on batch.id = task.batch
where task.id in (select unnest(string_split($tasks, ',')))
group by task.id
order by task.id
