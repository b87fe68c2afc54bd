-- The value that each organisation's own table gives: the index of a score table, the overall row
-- of a satisfaction table.
-- Grain:  one row per organisation with such a table and value.
-- Takes:  $index_name (text), $level (text), $year (integer)
-- Gives:  organisation, value (percent), batch, file_name, sheet, row
-- Uses:   score_totals
with overall as (
    select batch, percent, row
    from satisfaction
    where overall and percent is not null
    qualify row_number() over (partition by batch order by position) = 1
)
select
    batch.organisation, coalesce(totals.index_value, overall.percent) as value,
    batch.id as batch, batch.file_name, batch.sheet, coalesce(totals.row, overall.row) as row
from current_batch as batch
left join score_totals as totals on totals.batch = batch.id and batch.kind = 'scores'
left join overall on overall.batch = batch.id and batch.kind = 'satisfaction'
where batch.index_name = $index_name and batch.level = $level and batch.year = $year
    and coalesce(totals.index_value, overall.percent) is not null
qualify row_number() over (
    partition by batch.organisation order by batch.kind = 'scores' desc, batch.id desc
) = 1
order by batch.organisation
