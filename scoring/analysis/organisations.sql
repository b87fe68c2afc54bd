-- Who has something loaded, or is known to have units that do: at the top, or directly under one.
-- Grain:  one row per organisation with scores, satisfaction, a plan or a place in a league, and
--         per organisation of the registry above one of those.
-- Takes:  $parent (text; '' = the nation, ministries and provinces, and whoever's own parent has
--         nothing loaded)
-- Gives:  organisation, name, level, own (has tables of its own), first_year, last_year,
--         members (how many have it as parent, of other levels)
with held as (
    select
        organisation, arg_max(organisation_name, id) as name, arg_max(level, id) as level,
        arg_max(parent, id) as parent, min(year) as first_year, max(year) as last_year
    from current_batch
    where kind in ('scores', 'satisfaction', 'tasks', 'targets')
    group by organisation
),
ranked as (
    select
        league.organisation, arg_max(league.title, batch.id) as name,
        arg_max(batch.level, batch.id) as level, arg_max(batch.organisation, batch.id) as parent,
        min(batch.year) as first_year, max(batch.year) as last_year
    from league
    join current_batch as batch on batch.id = league.batch
    where league.rank is not null or league.value is not null
    group by league.organisation
),
themselves as (
    select
        organisation, coalesce(registered.name, held.name, ranked.name) as name,
        coalesce(registered.level, held.level, ranked.level) as level,
        coalesce(registered.parent, held.parent, ranked.parent) as parent,
        coalesce(held.parent, ranked.parent) as told_parent,
        held.organisation is not null as own,
        least(held.first_year, ranked.first_year) as first_year,
        greatest(held.last_year, ranked.last_year) as last_year
    from held
    full join ranked using (organisation)
    left join organisation as registered on registered.id = organisation
),
-- A province whose departments are loaded is there to be chosen, though nothing of its own is.
known as (
    select * from themselves
    union all
    select
        registered.id, any_value(registered.name), any_value(registered.level),
        any_value(registered.parent), null, false, min(first_year), max(last_year)
    from themselves
    join organisation as registered on registered.id = themselves.told_parent
    where registered.id not in (select organisation from themselves)
    group by registered.id
),
placed as (
    select
        *,
        case when level in ('cả nước', 'bộ', 'tỉnh') or parent is null
            or parent not in (select organisation from known) then '' else parent end as above
    from known
),
counted as (
    select above, count(*) as members from placed group by above
)
select
    organisation, name, level, own, first_year, last_year, coalesce(members, 0) as members
from placed
left join counted on counted.above = organisation
where placed.above = $parent
order by name, organisation
