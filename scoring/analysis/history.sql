-- What was loaded, the latest first.
-- Grain:  one row per batch.
-- Takes:  nothing
-- Gives:  batch, loaded_at (UTC), kind, index_name, organisation, organisation_name, level, year,
--         file_name, sheet, row_count, errors, warnings, notes, is_current
with problems as (
    select
        batch,
        count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'warning') as warnings,
        count(*) filter (where severity = 'note') as notes
    from batch_problem
    group by batch
)
select
    batch.id as batch, batch.loaded_at, batch.kind, batch.index_name, batch.organisation,
    batch.organisation_name, batch.level, batch.year, batch.file_name, batch.sheet,
    batch.row_count,
    coalesce(problems.errors, 0) as errors,
    coalesce(problems.warnings, 0) as warnings,
    coalesce(problems.notes, 0) as notes,
    batch.id in (select id from current_batch) as is_current
from batch
left join problems on problems.batch = batch.id
order by batch.loaded_at desc, batch.id desc
