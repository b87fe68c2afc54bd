-- The leaves of one score table, largest loss first. A leaf whose loss is unknown comes last and
-- has no rank and no share.
-- Grain:  one row per leaf.
-- Takes:  $batch (text)
-- Gives:  rank, code, title, short_title, kind, max_points, points, lost_points,
--         share (of the leaves' loss, 0–1), cumulative_share, lead, coordinating, deadline, batch,
--         file_name, sheet, row
-- Uses:   losses
with ranked as (
    select
        *,
        row_number() over largest_first as place,
        sum(lost_points) over () as leaves_lost,
        sum(lost_points) over largest_first as so_far
    from losses
    where leaf
    window largest_first as (order by lost_points desc nulls last, position)
)
select
    case when lost_points is not null then place end as rank,
    code, title, short_title, kind, max_points, points, lost_points,
    case when leaves_lost > 0 then lost_points / leaves_lost end as share,
    case when leaves_lost > 0 and lost_points is not null
        then round(so_far / leaves_lost, 10) end as cumulative_share,
    lead, coordinating, deadline, batch, file_name, sheet, row
from ranked
order by lost_points desc nulls last, position
