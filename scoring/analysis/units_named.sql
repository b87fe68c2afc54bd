-- How do an organisation's plans and score tables print the units that lead and coordinate?
-- Grain:  one row per table, role and text of a cell.
-- Takes:  $organisation (text)
-- Gives:  batch, kind (of the table), plan (the document's number; '' where none), year, told (task,
--         target: of what the text is said), role (lead, coordinating), text (as printed), times
--         (cells with this text), units (as the cell was read when it was loaded, one a line; null
--         of a target), file_name, sheet, row (of the first cell)
with counted as (
    select id, kind, plan, year, file_name, sheet
    from current_batch
    where organisation = $organisation and kind in ('scores', 'tasks', 'targets')
),
named as (
    select batch, position, role, string_agg(unit, chr(10) order by unit) as units
    from task_unit
    where batch in (select id from counted)
    group by batch, position, role
),
cells as (
    select batch, 'task' as told, position, 'lead' as role, lead as text, row
    from task
    where batch in (select id from counted)
    union all
    select batch, 'task', position, 'coordinating', coordinating, row
    from task
    where batch in (select id from counted)
    union all
    select batch, 'target', position, 'lead', lead, row
    from target
    where batch in (select id from counted) and task is null
),
held as (
    select
        cells.batch, cells.told, cells.role, cells.text, cells.row,
        case when cells.told = 'task' then coalesce(named.units, '') end as units
    from cells
    left join named
        on named.batch = cells.batch and named.position = cells.position
        and named.role = cells.role and cells.told = 'task'
    where trim(cells.text) <> ''
),
together as (
    select batch, told, role, text, units, count(*) as times, min(row) as row
    from held
    group by batch, told, role, text, units
)
select
    together.batch, counted.kind, counted.plan, counted.year, together.told, together.role,
    together.text, together.times, together.units, counted.file_name, counted.sheet, together.row
from together
join counted on counted.id = together.batch
order by counted.year desc, together.batch, together.row, together.role desc, together.text
