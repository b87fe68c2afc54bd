-- For which years something was loaded of one organisation, or of the units directly under it.
-- Grain:  one row per year with scores, satisfaction, a plan or a place in a league, the latest
--         first.
-- Takes:  $organisation (text)
-- Gives:  organisation, name, level, parent, year, index_name, score_batch, satisfaction_batch,
--         in_league
with shown as (
    select *
    from current_batch
    where organisation = $organisation and kind in ('scores', 'satisfaction', 'tasks', 'targets')
    -- The index that everybody means comes first where several were loaded.
    qualify row_number() over (
        partition by year, kind
        order by index_name in ('PAR', 'SIPAS') desc, loaded_at desc, id desc
    ) = 1
),
tables as (
    select
        year, any_value(organisation_name) as name, any_value(level) as level,
        any_value(parent) as parent,
        any_value(index_name) filter (where kind = 'scores') as index_name,
        any_value(id) filter (where kind = 'scores') as score_batch,
        any_value(id) filter (where kind = 'satisfaction' and index_name = 'SIPAS')
            as satisfaction_batch
    from shown
    group by year
),
ranked as (
    select
        batch.year, arg_max(league.title, batch.id) as name, arg_max(batch.level, batch.id) as level,
        arg_max(batch.organisation, batch.id) as parent,
        first(batch.index_name order by batch.index_name = 'PAR' desc, batch.index_name)
            as index_name
    from league
    join current_batch as batch on batch.id = league.batch
    where league.organisation = $organisation
        and (league.rank is not null or league.value is not null)
    group by batch.year
),
below as (
    select year, arg_max(organisation_name, id) filter (where organisation = $organisation) as name
    from current_batch
    where parent = $organisation and kind in ('scores', 'satisfaction', 'tasks', 'targets')
        or organisation = $organisation and kind = 'league'
    group by year
)
select
    $organisation as organisation,
    coalesce(registered.name, tables.name, ranked.name, below.name) as name,
    coalesce(registered.level, tables.level, ranked.level) as level,
    coalesce(registered.parent, tables.parent, ranked.parent) as parent,
    year, coalesce(tables.index_name, ranked.index_name) as index_name,
    tables.score_batch, tables.satisfaction_batch, ranked.year is not null as in_league
from tables
full join ranked using (year)
full join below using (year)
left join organisation as registered on registered.id = $organisation
order by year desc
