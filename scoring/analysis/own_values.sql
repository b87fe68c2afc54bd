-- The value that each organisation's own table gives: the index of a score table, the overall row
-- of a satisfaction table.
-- Grain:  one row per organisation with such a table and value.
-- Takes:  $index_name (text), $level (text), $year (integer)
-- Gives:  organisation, value (percent), batch, file_name, sheet, row
with asked as (
    select id, kind, organisation, total_max, file_name, sheet
    from current_batch
    where index_name = $index_name and level = $level and year = $year
        and kind in ('scores', 'satisfaction')
),
valued as (
    select
        asked.*, total.row,
        case when total_max > 0 then round(100 * (total_max - total.lost) / total_max, 10) end
            as value
    from asked
    join score_total as total on total.batch = asked.id
    union all
    select * from (
        select asked.*, satisfaction.row, satisfaction.percent as value
        from satisfaction
        join asked on asked.id = satisfaction.batch
        where satisfaction.overall and satisfaction.percent is not null
        qualify row_number() over (partition by asked.id order by satisfaction.position) = 1
    )
)
select organisation, value, id as batch, file_name, sheet, row
from valued
where value is not null
qualify row_number() over (partition by organisation order by kind = 'scores' desc, id desc) = 1
order by organisation
