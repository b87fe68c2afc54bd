-- Points lost by the criteria directly under one criterion, largest first.
-- Grain:  one row per child of $parent ('' = the top rows).
-- Takes:  $batch (text), $parent (text)
-- Gives:  code, title, short_title, depth, has_children, kind, max_points, points, lost_points,
--         share (of the parent's loss as printed, 0–1), lead, coordinating, deadline, batch,
--         file_name, sheet, row
-- Uses:   losses
with whole as (
    select sum(lost_points) as lost
    from score
    where batch = $batch
        and case when $parent = '' then parent = '' else code = $parent end
)
select
    code, title, short_title, depth, not leaf as has_children, kind,
    max_points, points, lost_points,
    case when whole.lost > 0 then lost_points / whole.lost end as share,
    lead, coordinating, deadline, batch, file_name, sheet, row
from losses
cross join whole
where parent = $parent
order by lost_points desc nulls last, position
