-- For whom and for which years something was loaded.
-- Grain:  one row per organisation and year with scores, satisfaction, a plan or a place in a
--         league.
-- Takes:  nothing
-- Gives:  organisation, name, level, year, index_name, score_batch, satisfaction_batch, in_league
-- Uses:   shown_batch
with tables as (
    select
        own.organisation, own.year,
        arg_max(own.organisation_name, own.id) as name,
        arg_max(own.level, own.id) as level,
        any_value(shown.index_name) filter (where shown.kind = 'scores') as index_name,
        any_value(shown.batch) filter (where shown.kind = 'scores') as score_batch,
        any_value(shown.batch) filter (where shown.kind = 'satisfaction') as satisfaction_batch
    from current_batch as own
    left join shown_batch as shown on shown.batch = own.id
    where own.kind in ('scores', 'satisfaction', 'tasks', 'targets')
    group by own.organisation, own.year
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
