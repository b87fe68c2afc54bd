-- What was loaded and not undone, the latest first.
-- Grain:  one row per batch.
-- Takes:  nothing
-- Gives:  batch, loaded_at (UTC), loaded_by, kind, index_name, organisation, organisation_name,
--         level, year, file_name, file_sha256, sheet, anchor, row_count, errors, warnings, notes,
--         corrections (cells that people corrected), restored_from (a batch), undone_at (null),
--         undone_by (null), is_current
-- Uses:   history_all
select * from history_all
where undone_at is null
order by loaded_at desc, batch desc
