-- What one file tells of the tasks of a unit, a stretch of its rows.
-- Grain:  one row per task told of, in the order of the file.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, task (its id), code, title (as the plan prints them), state (not_started, doing,
--         done, not_applicable), percent, evidence, remark, unit (who tells)
with told as (
    select * from progress where batch = $batch
),
named as (
    select id, arg_max(code, batch) as code, arg_max(title, batch) as title
    from task
    where id in (select task from told)
    group by id
)
select
    told.row, told.task, named.code, named.title, told.state, told.percent, told.evidence,
    told.remark, told.unit
from told
left join named on named.id = told.task
order by told.position
limit $most offset $first
