-- Points lost by responsible unit, over the leaves, in three ways. The shared way adds up to the
-- loss of the leaves that have a lead; the other two do not add up to it.
-- Grain:  one row per unit, most points shared first.
-- Takes:  $batch (text)
-- Gives:  unit, unit_group, lead_only (leaves that it leads alone),
--         shared (equal parts among the leads), in_full (whole to each lead),
--         shared_share (of the leaves' loss, 0–1), led (leaves), led_unknown (without lost points),
--         coordinated (leaves), batch, file_name, sheet, row (of the largest loss that it leads)
-- Uses:   leaf_units
with by_unit as (
    select
        unit,
        bool_or(unit_group) as unit_group,
        coalesce(sum(lost_points) filter (where role = 'lead' and leads = 1), 0) as lead_only,
        coalesce(sum(lost_points / leads) filter (where role = 'lead'), 0) as shared,
        coalesce(sum(lost_points) filter (where role = 'lead'), 0) as in_full,
        count(*) filter (where role = 'lead') as led,
        count(*) filter (where role = 'lead' and lost_points is null) as led_unknown,
        count(*) filter (where role = 'coordinating') as coordinated,
        first(row order by role desc, lost_points desc nulls last, row) as row
    from leaf_units
    group by unit
),
whole as (
    select sum(lost_points) as leaves_lost from score where batch = $batch and leaf
)
select
    unit, unit_group,
    round(lead_only, 10) as lead_only, round(shared, 10) as shared, round(in_full, 10) as in_full,
    case when whole.leaves_lost > 0 then shared / whole.leaves_lost end as shared_share,
    led, led_unknown, coordinated,
    batch.id as batch, batch.file_name, batch.sheet, by_unit.row
from by_unit
cross join whole
join batch on batch.id = $batch
order by shared desc, in_full desc, unit
