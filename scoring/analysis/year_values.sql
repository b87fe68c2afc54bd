-- The years of one organisation, by index and level; and of those that it came from, or went into,
-- when organisations merged. The value is that of the score table where there is one.
-- Grain:  one row per organisation, index, level and year with scores or a place in a league.
-- Takes:  $organisation (text)
-- Gives:  kin (own, before: went into it, after: it went into that), organisation, name,
--         since (date of the merger), parts (steps of the reform that the two share with others:
--         1 where the one alone became the other), index_name, level, year, criteria_set,
--         set_listed (its criteria are known), total_max, lost, top_rows_unknown,
--         index_value (percent), origin (scores, league), rank, field_size,
--         league_value (percent), batch, file_name, sheet, row, league_batch, league_file_name,
--         league_sheet, league_row
with kin as (
    select 'own' as kin, $organisation::varchar as organisation, null::date as since, null as parts
    union all
    select
        'before', old, since,
        (select count(*) from successor as step where step.new = mine.new or step.old = mine.old)
    from successor as mine where mine.new = $organisation
    union all
    select
        'after', new, since,
        (select count(*) from successor as step where step.new = mine.new or step.old = mine.old)
    from successor as mine where mine.old = $organisation
),
scored as (
    select
        batch.organisation, batch.index_name, batch.level, batch.year,
        batch.organisation_name as name, batch.criteria_set, batch.total_max,
        total.lost, total.top_rows_unknown,
        case when batch.total_max > 0
            then round(100 * (batch.total_max - total.lost) / batch.total_max, 10) end
            as index_value,
        batch.id as batch, batch.file_name, batch.sheet, total.row
    from current_batch as batch
    join score_total as total on total.batch = batch.id
    where batch.kind = 'scores' and batch.organisation in (select organisation from kin)
),
ranked as (
    select
        league.organisation, batch.index_name, batch.level, batch.year, league.title as name,
        league.rank, league.field_size, batch.total_max,
        -- A league of points says out of how many; the others are in percent.
        round(100 * league.value / coalesce(batch.total_max, 100), 10) as league_value,
        batch.id as league_batch, batch.file_name as league_file_name,
        batch.sheet as league_sheet, league.row as league_row
    from league
    join current_batch as batch on batch.id = league.batch
    where league.organisation in (select organisation from kin)
        and (league.rank is not null or league.value is not null)
    -- Of several leagues the one loaded last; of several sources in it the first with a value.
    qualify row_number() over (
        partition by league.organisation, batch.index_name, batch.level, batch.year
        order by batch.loaded_at desc, batch.id desc, league.value is null, league.position
    ) = 1
)
select
    kin.kin, organisation,
    coalesce(registered.name, scored.name, ranked.name) as name, kin.since, kin.parts,
    index_name, level, year, scored.criteria_set,
    exists (from criterion where criterion.criteria_set = scored.criteria_set) as set_listed,
    case when scored.batch is null then ranked.total_max else scored.total_max end as total_max,
    scored.lost, scored.top_rows_unknown,
    coalesce(scored.index_value, ranked.league_value) as index_value,
    case when scored.index_value is not null then 'scores'
        when ranked.league_value is not null then 'league' end as origin,
    ranked.rank, ranked.field_size, ranked.league_value,
    scored.batch, scored.file_name, scored.sheet, scored.row,
    ranked.league_batch, ranked.league_file_name, ranked.league_sheet, ranked.league_row
from scored
full join ranked using (organisation, index_name, level, year)
join kin using (organisation)
left join organisation as registered on registered.id = organisation
order by kin.kin = 'own' desc, organisation, index_name, level, year
