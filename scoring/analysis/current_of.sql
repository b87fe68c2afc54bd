-- Which batch counts for one kind of table of one organisation, index, level and year.
-- Grain:  one row, or none where nothing is loaded.
-- Takes:  $kind (text), $index_name (text), $organisation (text), $level (text), $year (integer),
--         $plan (text; the document's number, by which plans of one year are told apart)
-- Gives:  batch, loaded_at (UTC)
select id as batch, loaded_at
from current_batch
where kind = $kind and index_name = $index_name and organisation = $organisation
    and level = $level and year = $year
    and (kind not in ('tasks', 'targets') or plan = $plan)
order by loaded_at desc, id desc
