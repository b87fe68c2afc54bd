-- Which batch of scores and which of satisfaction stand for an organisation and a year.
-- Grain:  one row per organisation, year and kind (scores, satisfaction).
-- Takes:  nothing
-- Gives:  organisation, year, kind, batch, index_name, name, level
select organisation, year, kind, id as batch, index_name, organisation_name as name, level
from current_batch
where kind = 'scores' or (kind = 'satisfaction' and index_name = 'SIPAS')
-- The index that everybody means comes first where several were loaded.
qualify row_number() over (
    partition by organisation, year, kind
    order by index_name = 'PAR' desc, loaded_at desc, id desc
) = 1
order by organisation, year, kind
