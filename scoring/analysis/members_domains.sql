-- The domains of those directly under one organisation, each in percent of its own maximum. One
-- level at a time: the levels are scored by other criteria.
-- Grain:  one row per member and domain that its table prints.
-- Takes:  $organisation (text, the parent), $index_name (text), $level (text), $year (integer)
-- Gives:  organisation, name, code, title, short_title, max_points, points,
--         reached (percent of max_points, null where the domain has none), batch, file_name, sheet,
--         row
with member as (
    select * from batch
    where parent = $organisation and index_name = $index_name and level = $level
        and year = $year and kind = 'scores' and is_current
),
domain as (
    select
        score.batch, score.position, score.code, score.title, score.max_points, score.row,
        coalesce(score.points, round(score.max_points - score.lost_points, 10)) as points
    from score
    where score.parent = '' and score.loaded_at in (select loaded_at from member)
)
select
    member.organisation, member.organisation_name as name, domain.code, domain.title,
    coalesce(criterion.short_title, domain.title) as short_title,
    domain.max_points, domain.points,
    case when domain.max_points > 0
        then round(100 * domain.points / domain.max_points, 10) end as reached,
    domain.batch, member.file_name, member.sheet, domain.row
from domain
join member on member.id = domain.batch
left join criterion
    on criterion.criteria_set = member.criteria_set and criterion.code = domain.code
order by member.organisation, domain.position
