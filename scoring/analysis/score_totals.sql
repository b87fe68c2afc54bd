-- What each score table adds up to. The total is taken over the top rows printed, since a parent
-- repeats its children; one top row without lost points leaves the total unknown, not smaller.
-- Grain:  one row per batch of scores that was not undone.
-- Takes:  nothing
-- Gives:  batch, total_max, printed_max, lost, points (total_max − lost), index_value (percent),
--         leaves_lost (over the leaves whose loss is known), row_count, top_rows,
--         top_rows_unknown (without lost points), leaves, leaves_unknown, row (the first top row)
with sums as (
    select
        batch,
        case when count(*) filter (where parent = '' and max_points is null) = 0
            then round(sum(max_points) filter (where parent = ''), 10) end as printed_max,
        case when count(*) filter (where parent = '' and lost_points is null) = 0
            then round(sum(lost_points) filter (where parent = ''), 10) end as lost,
        round(sum(lost_points) filter (where leaf), 10) as leaves_lost,
        count(*) as row_count,
        count(*) filter (where parent = '') as top_rows,
        count(*) filter (where parent = '' and lost_points is null) as top_rows_unknown,
        count(*) filter (where leaf) as leaves,
        count(*) filter (where leaf and lost_points is null) as leaves_unknown,
        min(row) filter (where parent = '') as row
    from score
    group by batch
)
select
    sums.batch, batch.total_max, sums.printed_max, lost,
    round(batch.total_max - lost, 10) as points,
    case when batch.total_max > 0
        then round(100 * (batch.total_max - lost) / batch.total_max, 10) end as index_value,
    leaves_lost, sums.row_count, top_rows, top_rows_unknown, leaves, leaves_unknown, row
from sums
join batch on batch.id = sums.batch and batch.undone_at is null
order by sums.batch
