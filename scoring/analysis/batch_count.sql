-- How many batches there are.
-- Grain:  one row.
-- Takes:  nothing
-- Gives:  loaded (not undone), undone
select
    count(*) filter (where undone_at is null) as loaded,
    count(*) filter (where undone_at is not null) as undone
from batch
order by loaded
