-- Points lost by kind of criterion, over the leaves; a leaf without a kind is a kind of its own.
-- Grain:  one row per kind.
-- Takes:  $batch (text)
-- Gives:  kind (survey, impact, control, or null), lost_points (of the leaves where it is known),
--         leaves, leaves_unknown (without lost points), share (of the leaves' loss, 0–1)
-- Uses:   losses
with by_kind as (
    select
        kind,
        round(sum(lost_points), 10) as lost_points,
        count(*) as leaves,
        count(*) - count(lost_points) as leaves_unknown
    from losses
    where leaf
    group by kind
)
select
    kind, lost_points, leaves, leaves_unknown,
    case when sum(lost_points) over () > 0
        then lost_points / sum(lost_points) over () end as share
from by_kind
order by lost_points desc nulls last, kind nulls last
