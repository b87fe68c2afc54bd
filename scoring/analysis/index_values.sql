-- One organisation's index over the years. The value is that of its score table where there is
-- one, the rank always that of the league table; where both give a value, both are kept.
-- Grain:  one row per year with scores or a place in a league.
-- Takes:  $organisation (text), $index_name (text)
-- Gives:  year, index_value (percent), origin (scores, league), points, total_max, printed_max,
--         lost, top_rows_unknown, rank, field_size, league_value (percent), batch, file_name, sheet, row,
--         league_batch, league_file_name, league_sheet, league_row, source
-- Uses:   score_totals
with scored as (
    select batch.year, batch.file_name, batch.sheet, totals.*
    from current_batch as batch
    join score_totals as totals on totals.batch = batch.id
    where batch.kind = 'scores'
        and batch.organisation = $organisation and batch.index_name = $index_name
    qualify row_number() over (
        partition by batch.year order by batch.loaded_at desc, batch.id desc
    ) = 1
),
ranked as (
    select
        batch.year, batch.id as batch, batch.file_name, batch.sheet,
        league.row, league.rank, league.field_size, league.source,
        -- A league of points says out of how many; the others are in percent.
        round(100 * league.value / coalesce(batch.total_max, 100), 10) as value
    from league
    join current_batch as batch on batch.id = league.batch
    where league.organisation = $organisation and batch.index_name = $index_name
        and (league.rank is not null or league.value is not null)
    qualify row_number() over (
        partition by batch.year
        order by batch.loaded_at desc, batch.id desc, league.value is null, league.position
    ) = 1
)
select
    year,
    coalesce(scored.index_value, ranked.value) as index_value,
    case when scored.index_value is not null then 'scores'
        when ranked.value is not null then 'league' end as origin,
    scored.points, scored.total_max, scored.printed_max, scored.lost, scored.top_rows_unknown,
    ranked.rank, ranked.field_size, ranked.value as league_value,
    scored.batch, scored.file_name, scored.sheet, scored.row,
    ranked.batch as league_batch, ranked.file_name as league_file_name,
    ranked.sheet as league_sheet, ranked.row as league_row,
    ranked.source
from scored
full join ranked using (year)
order by year
