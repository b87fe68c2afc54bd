-- Which notes stand on an organisation's years, criteria and units, and which conclusions became a
-- task? Of each note the latest word; what was taken back is kept and said.
-- Grain:  one row per note, those written last first.
-- Takes:  $organisation (text)
-- Gives:  note (its id), year, index_name, code, title (of the criterion or factor as the
--         organisation's latest table prints it), unit, text, conclusion, taken_back, words (how
--         often it was said), first_at (UTC), first_by, decided_at (UTC), who, task (the id of the
--         task that a conclusion became; null: none), task_code, task_name, task_plan (its plan's
--         number), task_year
with told as (
    select
        id,
        arg_max(
            struct_pack(year, index_name, code, unit, "text", conclusion, taken_back, who),
            decided_at
        ) as l,
        count(*) as words,
        min(decided_at) as first_at,
        arg_min(coalesce(who, ''), decided_at) as first_by,
        max(decided_at) as decided_at
    from remark
    where organisation = $organisation
    group by id
),
own as (
    select id, loaded_at, index_name, year
    from current_batch
    where organisation = $organisation and kind in ('scores', 'satisfaction')
),
titled as (
    select index_name, code, arg_max(title, (year, loaded_at)) as title
    from (
        select own.index_name, own.year, own.loaded_at, score.code, score.title
        from own
        join score on score.loaded_at = own.loaded_at
        union all
        select own.index_name, own.year, own.loaded_at, factor.code, factor.title
        from own
        join satisfaction as factor on factor.batch = own.id
    )
    group by index_name, code
),
-- The task says which conclusion it came from, as plans.drafts.mark writes it.
become as (
    select
        told.id, task.id as task, task.code, coalesce(nullif(task.solution, ''), task.title) as name,
        batch.plan, batch.year
    from told
    join current_batch as batch on batch.organisation = $organisation and batch.kind = 'tasks'
    join task on task.batch = batch.id and contains(task.note, '[KL-' || left(told.id, 8) || ']')
    where told.l.conclusion
    qualify row_number() over (
        partition by told.id order by batch.year desc, batch.loaded_at desc, task.position
    ) = 1
)
select
    told.id as note, l.year, l.index_name, l.code, titled.title, l.unit, l."text" as "text",
    l.conclusion, l.taken_back, told.words, told.first_at, nullif(told.first_by, '') as first_by,
    told.decided_at, l.who, become.task, become.code as task_code, become.name as task_name,
    become.plan as task_plan, become.year as task_year
from told
left join titled on titled.index_name = l.index_name and titled.code = l.code
left join become on become.id = told.id
order by told.first_at desc, told.id
