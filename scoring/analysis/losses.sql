-- Every criterion of one score table as printed, with what is to be done about it.
-- Grain:  one row per criterion, in printed order.
-- Takes:  $batch (text)
-- Gives:  position, code, parent ('' = top row), title, short_title (the title where the set has
--         no shorter one), depth, leaf, kind, max_points, self_points, points, lost_points,
--         share (of the loss of the top rows, 0–1), solution, lead, coordinating, deadline,
--         batch, file_name, sheet, row
-- Uses:   criterion_kinds
with total as (
    select sum(lost_points) as lost from score where batch = $batch and parent = ''
)
select
    score.position, score.code, score.parent, score.title,
    coalesce(criterion.short_title, score.title) as short_title,
    score.depth, score.leaf, criterion_kinds.kind,
    score.max_points, score.self_points, score.points, score.lost_points,
    case when total.lost > 0 then score.lost_points / total.lost end as share,
    nullif(task.solution, '') as solution, nullif(task.lead, '') as lead,
    nullif(task.coordinating, '') as coordinating, nullif(task.deadline, '') as deadline,
    score.batch, batch.file_name, batch.sheet, score.row
from score
cross join total
join batch on batch.id = score.batch
left join criterion
    on criterion.criteria_set = batch.criteria_set and criterion.code = score.code
left join criterion_kinds on criterion_kinds.code = score.code
-- A score table prints the plan in the criterion's own row, so there is one at most.
left join task on task.batch = $batch and task.code = score.code
where score.batch = $batch
order by score.position
