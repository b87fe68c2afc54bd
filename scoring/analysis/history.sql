-- What was loaded, the latest first, what was undone too.
-- Grain:  one row per batch.
-- Takes:  $text (part of the organisation, file, year or batch; '' for all), $most (rows at most),
--         $undone (whether those that were undone are listed)
-- Gives:  batch, loaded_at (UTC), loaded_by, kind, index_name, organisation, organisation_name,
--         level, year, plan (its document's number; '' where none), file_name, file_sha256,
--         sheet, anchor, row_count, errors, warnings, notes,
--         corrections (cells that people corrected), restored_from (a batch), undone_at (UTC; null
--         where it was not undone), undone_by, is_current
with asked as (
    select *
    from batch
    where ($undone or undone_at is null)
        and ($text = '' or contains(
            strip_accents(lower(concat_ws(' ', organisation_name, plan, file_name, year, id))),
            strip_accents(lower($text))
        ))
    order by loaded_at desc, id desc
    limit $most
),
problems as (
    select
        batch,
        count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'warning') as warnings,
        count(*) filter (where severity = 'note') as notes
    from batch_problem
    where batch in (select id from asked)
    group by batch
),
corrected as (
    select batch, count(*) as corrections
    from correction
    where batch in (select id from asked)
    group by batch
)
select
    batch.id as batch, batch.loaded_at, batch.loaded_by, batch.kind, batch.index_name,
    batch.organisation, batch.organisation_name, batch.level, batch.year, batch.plan,
    batch.file_name,
    batch.file_sha256, batch.sheet, batch.anchor, batch.row_count,
    coalesce(problems.errors, 0) as errors,
    coalesce(problems.warnings, 0) as warnings,
    coalesce(problems.notes, 0) as notes,
    coalesce(corrected.corrections, 0) as corrections,
    batch.restored_from, batch.undone_at, batch.undone_by, batch.is_current
from asked as batch
left join problems on problems.batch = batch.id
left join corrected on corrected.batch = batch.id
order by batch.loaded_at desc, batch.id desc
