-- Domains of the criteria set that the file does not print, so that no loss is inferred for them.
-- Grain:  one row per absent domain.
-- Takes:  $batch (text)
-- Gives:  code, title, short_title, max_points (null where it cannot be told),
--         inferred (the maximum is what the total leaves over)
with absent as (
    select criterion.*
    from criterion
    join batch on batch.id = $batch and batch.criteria_set = criterion.criteria_set
    where not contains(criterion.code, '.')
        and criterion.code not in (
            select string_split(code, '.')[1] from score where batch = $batch
        )
        and exists (select 1 from score where batch = $batch)
),
-- What is left of the total belongs to an absent domain only where it alone has no maximum.
left_over as (
    select
        (select total_max from batch where id = $batch)
        - (select case when count(*) = count(max_points) then sum(max_points) end
            from score where batch = $batch and parent = '')
        - coalesce(sum(max_points), 0) as points,
        count(*) filter (where max_points is null) as unknown
    from absent
)
select
    absent.code, absent.title, coalesce(absent.short_title, absent.title) as short_title,
    coalesce(
        absent.max_points,
        case when left_over.unknown = 1 and left_over.points > 0
            then round(left_over.points, 10) end
    ) as max_points,
    absent.max_points is null and left_over.unknown = 1
        and coalesce(left_over.points > 0, false) as inferred
from absent
cross join left_over
order by try_cast(absent.code as integer), absent.code
