-- Leaves that were appraised with no points at all.
-- Grain:  one row per leaf with zero points of a maximum above zero, largest loss first.
-- Takes:  $batch (text)
-- Gives:  code, title, short_title, kind, max_points, lost_points, lead, deadline, batch,
--         file_name, sheet, row
-- Uses:   losses
select
    code, title, short_title, kind, max_points, lost_points, lead, deadline, batch, file_name,
    sheet, row
from losses
where leaf and points = 0 and max_points > 0
order by lost_points desc nulls last, position
