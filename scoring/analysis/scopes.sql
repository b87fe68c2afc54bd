-- For whom and for which years something was loaded.
-- Grain:  one row per organisation and year with scores, satisfaction or a place in a league.
-- Takes:  nothing
-- Gives:  organisation, name, level, year, index_name, score_batch, satisfaction_batch, in_league
-- Uses:   shown_batch
with tables as (
    select
        organisation, year,
        any_value(name) as name,
        any_value(level) as level,
        any_value(index_name) filter (where kind = 'scores') as index_name,
        any_value(batch) filter (where kind = 'scores') as score_batch,
        any_value(batch) filter (where kind = 'satisfaction') as satisfaction_batch
    from shown_batch
    group by organisation, year
),
ranked as (
    select
        league.organisation, batch.year,
        first(league.title order by batch.loaded_at desc, batch.id desc) as name,
        first(batch.level order by batch.loaded_at desc, batch.id desc) as level,
        first(batch.index_name order by batch.index_name = 'PAR' desc, batch.index_name)
            as index_name
    from league
    join current_batch as batch on batch.id = league.batch
    where league.rank is not null or league.value is not null
    group by league.organisation, batch.year
)
select
    organisation,
    coalesce(registered.name, tables.name, ranked.name) as name,
    coalesce(registered.level, tables.level, ranked.level) as level,
    year,
    coalesce(tables.index_name, ranked.index_name) as index_name,
    tables.score_batch,
    tables.satisfaction_batch,
    ranked.organisation is not null as in_league
from tables
full join ranked using (organisation, year)
left join organisation as registered on registered.id = organisation
order by level, name, organisation, year desc
