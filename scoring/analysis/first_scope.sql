-- Which organisation a reader sees who asked for none: whose score table is of the latest year and,
-- among equals, has satisfaction beside it or was loaded last; without score tables, whose
-- satisfaction table is, then any that is ranked.
-- Grain:  one row, or none over an empty database.
-- Takes:  nothing
-- Gives:  organisation, year
with held as (
    select
        organisation, year, max(id) filter (where kind = 'scores') as score_batch,
        max(id) filter (where kind = 'satisfaction') as satisfaction_batch
    from current_batch
    where kind in ('scores', 'satisfaction', 'tasks', 'targets')
    group by organisation, year
),
ranked as (
    select league.organisation, batch.year
    from (select id, year from current_batch where kind = 'league' order by year desc, id desc limit 1)
        as batch
    join league on league.batch = batch.id
    where league.rank is not null or league.value is not null
    order by league.position
    limit 1
),
every as (
    select *, score_batch is not null as scored, satisfaction_batch is not null as surveyed from held
    union all
    select organisation, year, null, null, false, false from ranked
)
select organisation, year
from every
order by scored desc, surveyed desc, year desc, score_batch desc, satisfaction_batch desc, organisation
limit 1
