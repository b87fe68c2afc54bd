-- When did each unit last tell how far the tasks of an organisation are?
-- Grain:  one row per unit that ever did.
-- Takes:  $organisation (text)
-- Gives:  unit, reported_at (UTC; of the latest report that was not taken back), told (tasks that
--         it ever told of)
with own as (
    select task.id
    from task
    join current_batch as batch on batch.id = task.batch
    where batch.organisation = $organisation and batch.kind in ('scores', 'tasks')
)
select
    progress.unit, max(progress.reported_at) as reported_at,
    count(distinct progress.task) as told
from progress
left join batch on batch.id = progress.batch
where progress.task in (select id from own) and progress.unit is not null
    and batch.undone_at is null
group by progress.unit
order by progress.unit
