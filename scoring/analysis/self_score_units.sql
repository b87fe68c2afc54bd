-- Over- and under-claimed points by the units that lead the criteria, an equal part for each lead
-- as in unit_points. Leaves without a lead make the row of the empty unit, so that all add up.
-- Grain:  one row per unit that leads a compared leaf, most over-claimed first.
-- Takes:  $batch (text)
-- Gives:  unit ('' = no lead is printed), unit_group, over_points (equal parts among the leads),
--         under_points (positive, likewise), over_leaves, under_leaves, compared (leaves it leads),
--         batch, file_name, sheet, row (of the largest over-claim that it leads)
-- Uses:   self_scores, leaf_units
with led as (
    select
        coalesce(leaf_units.unit, '') as unit, coalesce(leaf_units.unit_group, false) as unit_group,
        self_scores.difference, self_scores.standing,
        self_scores.difference / coalesce(leaf_units.leads, 1) as part,
        self_scores.batch, self_scores.file_name, self_scores.sheet, self_scores.row
    from self_scores
    left join leaf_units on leaf_units.code = self_scores.code and leaf_units.role = 'lead'
    where self_scores.difference is not null
)
select
    unit, bool_or(unit_group) as unit_group,
    round(coalesce(sum(part) filter (where standing = 'over'), 0), 10) as over_points,
    round(coalesce(-sum(part) filter (where standing = 'under'), 0), 10) as under_points,
    count(*) filter (where standing = 'over') as over_leaves,
    count(*) filter (where standing = 'under') as under_leaves,
    count(*) as compared,
    any_value(batch) as batch, any_value(file_name) as file_name, any_value(sheet) as sheet,
    first(row order by difference desc, row) as row
from led
group by unit
order by over_points desc, under_points desc, unit
