-- Which body is directly over an organisation; the nation is over nobody.
-- Grain:  one row, or none where no body over it is known.
-- Takes:  $organisation (text)
-- Gives:  organisation, name, level
with told as (
    select parent from organisation where id = $organisation
    union all
    select arg_max(parent, id) from current_batch where organisation = $organisation
    union all
    select arg_max(batch.organisation, batch.id)
    from league
    join current_batch as batch on batch.id = league.batch
    where league.organisation = $organisation
)
select distinct above.id as organisation, above.name, above.level
from told
join organisation as above on above.id = told.parent
where above.level != 'cả nước'
order by above.id
limit 1
