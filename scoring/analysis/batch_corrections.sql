-- The cells that people corrected before one batch was written.
-- Grain:  one row per cell, as they were corrected.
-- Takes:  $batch (text)
-- Gives:  sheet, row, column, old (the cell as text), new, who, at (UTC)
select sheet, row, "column", "old", "new", who, "at"
from correction
where batch = $batch
order by position
