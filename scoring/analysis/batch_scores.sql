-- The rows of one score table as they were read, a stretch of them.
-- Grain:  one row per criterion, in printed order.
-- Takes:  $batch (text), $first (rows left out before), $most (rows at most)
-- Gives:  row, code, title, max_points, self_points, points, lost_points, solution, lead,
--         coordinating, deadline, note
select
    score.row, score.code, score.title, score.max_points, score.self_points, score.points,
    score.lost_points, task.solution, task.lead, task.coordinating, task.deadline, task.note
from score
-- A score table prints the plan in the criterion's own row, so there is one at most.
left join task on task.batch = $batch and task.code = score.code
where score.batch = $batch
order by score.position
limit $most offset $first
