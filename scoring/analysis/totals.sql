-- What one score table adds up to: maximum − lost = points, and the index that follows.
-- Grain:  one row, or none when the batch has no scores.
-- Takes:  $batch (text)
-- Gives:  batch, total_max, printed_max, lost, points, index_value (percent), leaves_lost,
--         leaves_residual (leaves_lost − lost), row_count, top_rows, top_rows_unknown, leaves,
--         leaves_unknown, file_name, sheet, row
-- Uses:   score_totals
select
    totals.batch, totals.total_max, totals.printed_max, lost, points, index_value, leaves_lost,
    round(leaves_lost - lost, 10) as leaves_residual,
    totals.row_count, top_rows, top_rows_unknown, leaves, leaves_unknown,
    batch.file_name, batch.sheet, row
from score_totals as totals
join batch on batch.id = totals.batch
where totals.batch = $batch
order by totals.batch
