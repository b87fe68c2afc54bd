-- Everything that was told of the tasks of an organisation, so that any day can be looked at.
-- Grain:  one row per task and report that was not taken back, the earliest first.
-- Takes:  $organisation (text)
-- Gives:  task (its id), state (not_started, doing, done, not_applicable; null: not told), percent,
--         evidence, remark, unit (who reports), reported_at (UTC), who, batch (of its file;
--         null: entered on a page)
with own as (
    select task.id
    from task
    join current_batch as batch on batch.id = task.batch
    where batch.organisation = $organisation and batch.kind in ('scores', 'tasks')
)
select
    progress.task, progress.state, progress.percent, progress.evidence, progress.remark,
    progress.unit, progress.reported_at, progress.who, progress.batch
from progress
left join batch on batch.id = progress.batch
where progress.task in (select id from own) and batch.undone_at is null
order by progress.reported_at, progress.position, progress.task, progress.row
