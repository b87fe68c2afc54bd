-- Which columns people named in files of each shape; their latest word.
-- Grain:  one row per shape and field.
-- Takes:  nothing
-- Gives:  shape, field, header (text above the column, '' for none), decided_at (UTC), who
select shape, field, header, decided_at, who
from remembered_column
qualify row_number() over (partition by shape, field order by decided_at desc, header) = 1
order by shape, field
