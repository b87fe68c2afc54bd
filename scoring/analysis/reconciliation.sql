-- Whether each row closes: maximum − points − lost, and its own loss − that of its children.
-- Grain:  one row per criterion, in printed order.
-- Takes:  $batch (text)
-- Gives:  code, title, depth, leaf, max_points, points, lost_points,
--         residual (max − points − lost; null where one is missing), children (printed),
--         children_lost (of those where it is known),
--         children_residual (lost − children_lost; null unless the loss of every child is known),
--         batch, file_name, sheet, row
with below as (
    select
        parent,
        count(*) as children,
        count(lost_points) as known,
        round(sum(lost_points), 10) as lost
    from score
    where batch = $batch and parent <> ''
    group by parent
)
select
    score.code, score.title, score.depth, score.leaf,
    score.max_points, score.points, score.lost_points,
    round(score.max_points - score.points - score.lost_points, 10) as residual,
    coalesce(below.children, 0) as children,
    below.lost as children_lost,
    case when below.known = below.children
        then round(score.lost_points - below.lost, 10) end as children_residual,
    score.batch, batch.file_name, batch.sheet, score.row
from score
join batch on batch.id = score.batch
left join below on below.parent = score.code
where score.batch = $batch
order by score.position
