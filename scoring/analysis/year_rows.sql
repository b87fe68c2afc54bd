-- The rows of one score table, to be laid beside another year's.
-- Grain:  one row per criterion, in printed order.
-- Takes:  $batch (text)
-- Gives:  position, code, parent ('' = top row), title, short_title (the title where the set has
--         no shorter one), leaf, max_points, points, lost_points, batch, file_name, sheet, row
select
    score.position, score.code, score.parent, score.title,
    coalesce(criterion.short_title, score.title) as short_title,
    score.leaf, score.max_points, score.points, score.lost_points,
    score.batch, batch.file_name, batch.sheet, score.row
from score
join batch on batch.id = score.batch
left join criterion
    on criterion.criteria_set = batch.criteria_set and criterion.code = score.code
where score.batch = $batch
order by score.position
