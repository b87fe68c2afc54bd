-- The score that an organisation gave itself at each leaf beside the appraised one, most
-- over-claimed first. A leaf without one of the two is not compared and comes last.
-- Grain:  one row per leaf.
-- Takes:  $batch (text)
-- Gives:  code, title, short_title, kind, max_points, self_points, points, lost_points,
--         difference (self − appraised; null where one is missing), standing (over, under, equal;
--         without a self score survey or no_self; not appraised no_points), lead, coordinating,
--         batch, file_name, sheet, row
-- Uses:   losses
with compared as (
    select *, round(self_points - points, 10) as difference
    from losses
    where leaf
)
select
    code, title, short_title, kind, max_points, self_points, points, lost_points, difference,
    case
        when difference > 0 then 'over'
        when difference < 0 then 'under'
        when difference = 0 then 'equal'
        when self_points is not null then 'no_points'
        when kind = 'survey' then 'survey'
        else 'no_self'
    end as standing,
    lead, coordinating, batch, file_name, sheet, row
from compared
order by difference desc nulls last, position
