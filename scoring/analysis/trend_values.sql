-- Every index of one organisation over the years, in percent of its maximum. The value is that of
-- its own score table, else of its own table of factors, else the league's; what the leagues print
-- stands beside it, and from where to where where they disagree, with those of other sources that
-- were replaced.
-- Grain:  one row per index and year with a value.
-- Takes:  $organisation (text)
-- Gives:  index_name, year, level, percent, origin (scores, satisfaction, league), league_percent,
--         lowest, highest (of all that the leagues print), rank, field_size,
--         total_max (of an index in points, else null), batch, file_name, sheet, row
-- Uses:   league_others
with own as (
    select id, kind, index_name, year, level, total_max, file_name, sheet
    from current_batch
    where organisation = $organisation and kind in ('scores', 'satisfaction')
    qualify row_number() over (
        partition by kind, index_name, year order by loaded_at desc, id desc
    ) = 1
),
scored as (
    select
        own.*, total.row,
        case when own.total_max > 0
            then round(100 * (own.total_max - total.lost) / own.total_max, 10) end as percent
    from own
    join score_total as total on total.batch = own.id
    where own.kind = 'scores'
),
surveyed as (
    select own.*, overall.row, overall.percent
    from own
    join satisfaction as overall on overall.batch = own.id and overall.overall
    where own.kind = 'satisfaction'
    qualify row_number() over (partition by own.id order by overall.position) = 1
),
printed as (
    select
        batch.id, 'league' as kind, batch.index_name, batch.year, batch.level, batch.total_max,
        batch.file_name, batch.sheet, league.row, league.rank, league.field_size,
        -- A league of points says out of how many; the others are in percent.
        round(100 * league.value / coalesce(batch.total_max, 100), 10) as percent,
        batch.loaded_at, league.position
    from league
    join current_batch as batch on batch.id = league.batch
    where league.organisation = $organisation
        and (league.rank is not null or league.value is not null)
),
others as (
    select
        printed.index_name, printed.year,
        round(100 * other.value / coalesce(printed.total_max, 100), 10) as percent
    from league_others as other
    join printed on printed.id = other.league
    where other.organisation = $organisation
),
spread as (
    select index_name, year, min(percent) as lowest, max(percent) as highest
    from (select index_name, year, percent from printed union all from others)
    group by index_name, year
),
ranked as (
    select *
    from printed
    join spread using (index_name, year)
    qualify row_number() over (
        partition by index_name, year
        order by loaded_at desc, id desc, percent is null, position
    ) = 1
),
every as (
    select 1 as turn, id, kind, index_name, year, level, null as total_max, file_name, sheet, row,
        percent
    from scored
    union all
    select 2, id, kind, index_name, year, level, total_max, file_name, sheet, row, percent
    from surveyed
    union all
    select 3, id, kind, index_name, year, level, total_max, file_name, sheet, row, percent
    from ranked
),
chosen as (
    select * from every
    where percent is not null
    qualify row_number() over (partition by index_name, year order by turn) = 1
)
select
    chosen.index_name, chosen.year, chosen.level, chosen.percent, chosen.kind as origin,
    ranked.percent as league_percent, ranked.lowest, ranked.highest, ranked.rank,
    ranked.field_size, chosen.total_max,
    chosen.id as batch, chosen.file_name, chosen.sheet, chosen.row
from chosen
left join ranked using (index_name, year)
order by chosen.index_name, chosen.year
