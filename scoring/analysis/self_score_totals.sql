-- What the self scores and the appraised ones add up to, over the leaves that have both. With
-- them, maximum − appraised = (maximum − self) + over − under.
-- Grain:  one row.
-- Takes:  $batch (text)
-- Gives:  leaves, compared (leaves with both), max_total (null where a compared leaf has none),
--         self_total, appraised_total, over_points, over_leaves, under_points (positive),
--         under_leaves, survey_leaves (survey criteria without a self score), no_self_leaves
--         (others without), no_points_leaves (not appraised), batch, file_name, sheet,
--         row (of the largest over-claim)
-- Uses:   self_scores
with sums as (
    select
        count(*) as leaves,
        count(difference) as compared,
        case when count(*) filter (where difference is not null and max_points is null) = 0
            then round(sum(max_points) filter (where difference is not null), 10) end as max_total,
        round(sum(self_points) filter (where difference is not null), 10) as self_total,
        round(sum(points) filter (where difference is not null), 10) as appraised_total,
        round(coalesce(sum(difference) filter (where standing = 'over'), 0), 10) as over_points,
        count(*) filter (where standing = 'over') as over_leaves,
        round(coalesce(-sum(difference) filter (where standing = 'under'), 0), 10) as under_points,
        count(*) filter (where standing = 'under') as under_leaves,
        count(*) filter (where standing = 'survey') as survey_leaves,
        count(*) filter (where standing = 'no_self') as no_self_leaves,
        count(*) filter (where standing = 'no_points') as no_points_leaves,
        first(row order by difference desc nulls last, row) as row
    from self_scores
)
select
    leaves, compared, max_total, self_total, appraised_total, over_points, over_leaves,
    under_points, under_leaves, survey_leaves, no_self_leaves, no_points_leaves,
    batch.id as batch, batch.file_name, batch.sheet, sums.row
from sums
left join batch on batch.id = $batch
order by batch
