-- Where batches came from: the file of each, its place in the file, what its document says of
-- itself, and what became of it.
-- Grain:  one row per batch that is known of those asked about, in their order.
-- Takes:  $batches (text: one id, or several joined by ',')
-- Gives:  batch, loaded_at (UTC), loaded_by, kind, index_name, organisation, organisation_name,
--         level, year, criteria_set, criteria_set_title, decision, criteria_set_source, total_max,
--         printed_max, file_name, file_sha256, sheet, anchor, row_count, title, source,
--         plan (its document's number; '' where none), restored_from (a batch), undone_at (UTC),
--         undone_by, is_current
select
    batch.id as batch, batch.loaded_at, batch.loaded_by, batch.kind, batch.index_name,
    batch.organisation, batch.organisation_name, batch.level, batch.year, batch.criteria_set,
    criteria_set.title as criteria_set_title, criteria_set.decision,
    criteria_set.source as criteria_set_source, batch.total_max, batch.printed_max,
    batch.file_name, batch.file_sha256, batch.sheet, batch.anchor, batch.row_count, batch.title,
    batch.source, batch.plan, batch.restored_from, batch.undone_at, batch.undone_by,
    batch.is_current
from batch
left join criteria_set on criteria_set.id = batch.criteria_set
where batch.id in (select unnest(string_split($batches, ',')))
order by list_position(string_split($batches, ','), batch.id)
