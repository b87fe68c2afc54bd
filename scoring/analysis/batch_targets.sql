-- The targets that one table sets, a stretch of them.
-- Grain:  one row per target, in printed order.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, code, title, kind, amount, percent, base_year, base_value, due_year, sentence,
--         measure, lead, section, index_name
select
    row, code, title, kind, amount, percent, base_year, base_value, due_year, sentence,
    measure, lead, section, index_name
from target
where batch = $batch
order by position
limit $most offset $first
