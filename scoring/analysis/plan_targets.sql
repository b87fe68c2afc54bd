-- Which targets does an organisation have, by all tables that count?
-- Grain:  one row per indicator and due year of a table, in the order of plans and as printed.
-- Takes:  $organisation (text)
-- Gives:  batch, table_kind (satisfaction, tasks, targets), plan (the document's number; '' where
--         none), plan_title, year (the table's: of a satisfaction table, the year assessed),
--         index_name, position, code, title (the indicator), kind (rise, at_least, at_most, rank),
--         amount, percent (written with a percent sign), measure, base_year, base_value, due_year,
--         sentence (as printed), lead, section, task (its id; null where it is nobody's goal),
--         file_name, sheet, row
select
    target.batch, batch.kind as table_kind, batch.plan, batch.title as plan_title, batch.year,
    coalesce(target.index_name, batch.index_name) as index_name, target.position, target.code,
    target.title, target.kind, target.amount, target.percent, target.measure, target.base_year,
    target.base_value, target.due_year, target.sentence, target.lead, target.section,
    task.id as task, batch.file_name, batch.sheet, target.row
from target
join current_batch as batch on batch.id = target.batch
left join task on task.batch = target.batch and task.position = target.task
where batch.organisation = $organisation
order by batch.year desc, batch.kind desc, batch.plan, target.batch, target.position
