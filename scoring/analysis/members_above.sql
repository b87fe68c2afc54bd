-- Under whom an organisation stands, by the tables that count, else by the reference files.
-- Grain:  one row per parent, the latest table's first.
-- Takes:  $organisation (text)
-- Gives:  parent, parent_name, level (of the organisation)
with told as (
    select parent, level, max(year) as year
    from batch
    where organisation = $organisation and is_current and kind in ('scores', 'satisfaction')
        and parent is not null
    group by parent, level
    union all
    select parent, level, null from organisation where id = $organisation and parent is not null
),
latest as (
    select parent, level, max(year) as year from told group by parent, level
)
select
    latest.parent, coalesce(registered.name, named.name, latest.parent) as parent_name, latest.level
from latest
left join organisation as registered on registered.id = latest.parent
left join (
    select organisation, max(organisation_name) as name
    from batch
    where is_current and organisation in (select parent from latest)
    group by organisation
) as named on named.organisation = latest.parent
order by latest.year desc nulls last, latest.parent, latest.level
