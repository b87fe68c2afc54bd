-- What is an organisation to do, by all of its plans, and what was said of each task last?
-- Grain:  one row per task of the tables that count, in the order of plans and as printed.
-- Takes:  $organisation (text)
-- Gives:  task (its id), batch, kind (of its table), plan (the document's number; '' where none),
--         plan_title, year (the plan's; of a score table, the year assessed), index_name, position,
--         code, title, goal, solution, product, lead, coordinating, deadline (as printed), note,
--         section, purpose (mend, keep, steer, other), due_said (what a person says of when),
--         linked (a person decided what it is about), link_organisation, link_index, link_code
--         ('' for none), state (not_started, doing, done, not_applicable; null: nobody reported),
--         percent, evidence, remark, reported_unit, reported_at (UTC), reported_by,
--         reported_batch (of its file; null: entered on a page), file_name, sheet, row
with counted as (
    select id, kind, plan, title, index_name, year, file_name, sheet
    from current_batch
    where organisation = $organisation and kind in ('scores', 'tasks')
),
own as (
    select * from task where batch in (select id from counted)
),
linked as (
    select task, arg_max(struct_pack(organisation, index_name, code, taken_back), decided_at) as l
    from task_link
    where task in (select id from own)
    group by task
),
dated as (
    select task, arg_max(said, decided_at) as said
    from task_due
    where task in (select id from own)
    group by task
),
reported as (
    select progress.*
    from progress
    left join batch on batch.id = progress.batch
    where progress.task in (select id from own) and batch.undone_at is null
    qualify row_number() over (
        partition by progress.task order by progress.reported_at desc, progress.position desc
    ) = 1
)
select
    own.id as task, own.batch, counted.kind, counted.plan, counted.title as plan_title,
    counted.year, coalesce(own.index_name, counted.index_name) as index_name, own.position,
    own.code, own.title, own.goal, own.solution, own.product, own.lead, own.coordinating,
    own.deadline, own.note, own.section, own.purpose,
    nullif(dated.said, '') as due_said,
    coalesce(not l.taken_back, false) as linked,
    case when not l.taken_back then l.organisation end as link_organisation,
    case when not l.taken_back then l.index_name end as link_index,
    case when not l.taken_back then l.code end as link_code,
    reported.state, reported.percent, reported.evidence, reported.remark,
    reported.unit as reported_unit, reported.reported_at, reported.who as reported_by,
    reported.batch as reported_batch,
    counted.file_name, counted.sheet, own.row
from own
join counted on counted.id = own.batch
left join linked on linked.task = own.id
left join dated on dated.task = own.id
left join reported on reported.task = own.id
order by counted.year desc, counted.kind desc, counted.plan, own.batch, own.position
