-- What could a task of an organisation be about: the criteria and factors of its own tables and of
-- those of the organisation above it, with what each lost.
-- Grain:  one row per criterion or factor of each table that counts.
-- Takes:  $organisation (text)
-- Gives:  organisation, organisation_name, index_name, year, batch, code, title, leaf, max_points,
--         lost_points (null for a factor), percent (of a factor), row
with counted as (
    select id, loaded_at, kind, organisation, organisation_name, index_name, year
    from current_batch
    where kind in ('scores', 'satisfaction') and organisation in (
        select $organisation
        union all
        select parent from organisation where id = $organisation
        union all
        select parent from current_batch where organisation = $organisation
    )
)
select
    organisation, organisation_name, index_name, year, batch, code, title, leaf, max_points,
    lost_points, null::double as percent, row
from score
join counted on counted.loaded_at = score.loaded_at
union all
select
    organisation, organisation_name, index_name, year, batch, code, title, true, null, null,
    percent, row
from satisfaction
join counted on counted.id = satisfaction.batch
where not overall
order by organisation, index_name, year desc, batch, row
