-- The domains or factors of every index of one organisation over the years, in percent of the
-- maximum of each. A domain that a table leaves out has no row: nobody said that it lost nothing.
-- Grain:  one row per index, year and top row of its score table, or factor of its table of factors.
-- Takes:  $organisation (text)
-- Gives:  index_name, year, code, title, short_title, percent, points (null for factors),
--         max_points (null for factors), batch, file_name, sheet, row
with own as (
    select id, loaded_at, kind, index_name, year, criteria_set, file_name, sheet
    from current_batch
    where organisation = $organisation and kind in ('scores', 'satisfaction')
    -- Where both were loaded of one year, the score table says more.
    qualify row_number() over (
        partition by index_name, year order by kind = 'scores' desc, loaded_at desc, id desc
    ) = 1
),
domains as (
    select
        own.*, score.position, score.code, score.title, criterion.short_title, score.points,
        score.max_points, score.row,
        case when score.max_points > 0
            then round(100 * (score.max_points - score.lost_points) / score.max_points, 10)
            end as percent
    from own
    join score on score.loaded_at = own.loaded_at and score.parent = ''
    left join criterion
        on criterion.criteria_set = own.criteria_set and criterion.code = score.code
    where own.kind = 'scores'
),
factors as (
    select
        own.*, factor.position, factor.code, factor.title, null as short_title, null as points,
        null as max_points, factor.row, factor.percent
    from own
    join satisfaction as factor on factor.batch = own.id
    -- A question about a factor has the factor's code before its own number: '3.2'.
    where own.kind = 'satisfaction' and not factor.overall and not contains(factor.code, '.')
)
select
    index_name, year, code, title, coalesce(short_title, title) as short_title, percent, points, max_points,
    id as batch, file_name, sheet, row
from (select * from domains union all select * from factors)
order by index_name, year, position
