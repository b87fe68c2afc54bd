-- What each score table adds up to. The total is taken over the top rows printed, since a parent
-- repeats its children; one top row without lost points leaves the total unknown, not smaller.
-- Grain:  one row per batch of scores that was not undone.
-- Takes:  nothing
-- Gives:  batch, total_max, printed_max, lost, points (total_max − lost), index_value (percent),
--         leaves_lost (over the leaves whose loss is known), row_count, top_rows,
--         top_rows_unknown (without lost points), leaves, leaves_unknown, row (the first top row)
select
    total.batch, batch.total_max, total.printed_max, lost,
    round(batch.total_max - lost, 10) as points,
    case when batch.total_max > 0
        then round(100 * (batch.total_max - lost) / batch.total_max, 10) end as index_value,
    leaves_lost, total.row_count, top_rows, top_rows_unknown, leaves, leaves_unknown, row
from score_total as total
join batch on batch.id = total.batch and batch.undone_at is null
order by total.batch
