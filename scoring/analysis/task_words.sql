-- What was ever said of one task: reports, decisions on when it is due and what it is about.
-- Grain:  one row per report or decision, the latest first.
-- Takes:  $task (text; its id)
-- Gives:  told (report, due, link), said_at (UTC), who, state (not_started, doing, done,
--         not_applicable; of a report), percent, evidence, remark, unit (who reports), file_name (the
--         file that a report came in), due_said ('' takes back), link_index, link_code ('' for
--         none), taken_back (of a link)
with words as (
    select
        'report' as told, progress.reported_at as said_at, progress.who, progress.state,
        progress.percent, progress.evidence, progress.remark, progress.unit, batch.file_name,
        null::varchar as due_said, null::varchar as link_index, null::varchar as link_code,
        false as taken_back, progress.position
    from progress
    left join batch on batch.id = progress.batch
    where progress.task = $task and batch.undone_at is null
    union all
    select
        'due', decided_at, who, null, null, null, null, null, null, said, null, null, said = '', 0
    from task_due
    where task = $task
    union all
    select
        'link', decided_at, who, null, null, null, null, null, null, null, index_name, code,
        taken_back, 0
    from task_link
    where task = $task
)
select
    told, said_at, who, state, percent, evidence, remark, unit, file_name, due_said, link_index,
    link_code, taken_back
from words
order by said_at desc, position desc, told
