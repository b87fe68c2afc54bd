-- Which plans does an organisation have: documents with tasks or targets that count.
-- Grain:  one row per table that counts, the latest year first.
-- Takes:  $organisation (text)
-- Gives:  batch, kind, plan (the document's number; '' where none), title, index_name, year, tasks,
--         targets, loaded_at (UTC), file_name, sheet
with counted as (
    select id, kind, plan, title, index_name, year, loaded_at, file_name, sheet
    from current_batch
    where organisation = $organisation and kind not in ('progress', 'actuals')
),
task_counts as (
    select batch, count(*) as tasks from task where batch in (select id from counted) group by batch
),
target_counts as (
    select batch, count(*) as targets
    from target
    where batch in (select id from counted)
    group by batch
)
select
    id as batch, kind, plan, title, index_name, year,
    coalesce(tasks, 0) as tasks, coalesce(targets, 0) as targets, loaded_at, file_name, sheet
from counted
left join task_counts on task_counts.batch = counted.id
left join target_counts on target_counts.batch = counted.id
where tasks > 0 or targets > 0
order by year desc, kind, plan, batch
