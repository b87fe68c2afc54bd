-- What the score tables of those directly under one organisation add up to: the index of each is
-- taken over its own maximum, which leaves out the criteria that do not apply to it.
-- Grain:  one row per member, index and level with a score table that counts.
-- Takes:  $organisation (text, the parent), $year (integer)
-- Gives:  index_name, level, organisation, name, criteria_set, criteria_set_title, total_max, lost,
--         points (total_max − lost), index_value (percent), top_rows_unknown (without lost points),
--         batch, file_name, sheet, row
with member as (
    select * from batch
    where parent = $organisation and year = $year and kind = 'scores' and is_current
)
select
    member.index_name, member.level, member.organisation, member.organisation_name as name,
    member.criteria_set, criteria_set.title as criteria_set_title, member.total_max, total.lost,
    round(member.total_max - total.lost, 10) as points,
    case when member.total_max > 0
        then round(100 * (member.total_max - total.lost) / member.total_max, 10) end as index_value,
    total.top_rows_unknown, member.id as batch, member.file_name, member.sheet, total.row
from member
join score_total as total on total.batch = member.id
left join criteria_set on criteria_set.id = member.criteria_set
order by index_name, level, index_value desc nulls last, name, organisation
