-- What became of some batches.
-- Grain:  one row per batch that is known.
-- Takes:  $batches (text: their ids, joined by ',')
-- Gives:  batch, loaded_at (UTC), undone_at (UTC; null where it was not undone), is_current
select id as batch, loaded_at, undone_at, is_current
from batch
where id in (select unnest(string_split($batches, ',')))
order by batch
