-- Which pieces of evidence does an organisation have: of its criteria of one year, and of its tasks?
-- Grain:  one row per piece that was not taken back, with the latest word on it; the latest first.
-- Takes:  $organisation (text), $year (integer)
-- Gives:  id, task (its id; null: of a criterion), task_title, index_name, code (both null: of a
--         task), number (of the document; '' where not told), issued (date), section, page,
--         status (complete, missing, to_explain), remark, decided_at (UTC), who
with own as (
    select id, title
    from task
    where batch in (
        select id from current_batch
        where organisation = $organisation and kind in ('scores', 'tasks')
    )
),
latest as (
    select *
    from evidence
    qualify row_number() over (partition by id order by decided_at desc) = 1
)
select
    latest.id, latest.task, own.title as task_title,
    case when latest.task is null then latest.index_name end as index_name,
    case when latest.task is null then latest.code end as code,
    latest."number", latest.issued, latest.section, latest.page, latest.status, latest.remark,
    latest.decided_at, latest.who
from latest
left join own on own.id = latest.task
where not latest.taken_back and (
    own.id is not null
    or (
        latest.task is null
        and latest.organisation = $organisation
        and latest.year = $year
    )
)
order by latest.decided_at desc, latest.id
