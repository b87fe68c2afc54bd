-- The way from the top row down to one criterion, itself included.
-- Grain:  one row per printed step, the top row first.
-- Takes:  $batch (text), $code (text)
-- Gives:  code, title, short_title, depth
with recursive way as (
    select code, parent, title, depth, 0 as above
    from score
    where batch = $batch and code = $code
    union all
    select score.code, score.parent, score.title, score.depth, way.above + 1
    from way
    join score on score.batch = $batch and score.code = way.parent
)
select
    way.code, way.title, coalesce(criterion.short_title, way.title) as short_title, way.depth
from way
left join criterion
    on criterion.criteria_set = (select criteria_set from batch where id = $batch)
    and criterion.code = way.code
order by way.above desc, way.code
