-- How much of the leaves' loss has nobody in particular to answer for it: only groups as leads,
-- or no lead at all.
-- Grain:  one row.
-- Takes:  $batch (text)
-- Gives:  lost_points (groups only), share (of the leaves' loss, 0–1), leaves,
--         no_lead_points, no_lead_share, no_lead_leaves, leaves_lost, leaves_unknown,
--         batch, file_name, sheet, row (of the largest loss that only groups lead)
-- Uses:   leaf_units
with leads as (
    select code, bool_and(unit_group) as groups_only
    from leaf_units
    where role = 'lead'
    group by code
),
answered as (
    select score.code, score.lost_points, score.row,
        leads.groups_only, leads.code is null as no_lead
    from score
    left join leads on leads.code = score.code
    where score.batch = $batch and score.leaf
),
sums as (
    select
        coalesce(sum(lost_points) filter (where groups_only), 0) as lost_points,
        count(*) filter (where groups_only) as leaves,
        coalesce(sum(lost_points) filter (where no_lead), 0) as no_lead_points,
        count(*) filter (where no_lead) as no_lead_leaves,
        sum(lost_points) as leaves_lost,
        count(*) filter (where lost_points is null) as leaves_unknown,
        first(row order by lost_points desc nulls last, row) filter (where groups_only) as row
    from answered
)
select
    round(sums.lost_points, 10) as lost_points,
    case when leaves_lost > 0 then sums.lost_points / leaves_lost end as share,
    leaves,
    round(no_lead_points, 10) as no_lead_points,
    case when leaves_lost > 0 then no_lead_points / leaves_lost end as no_lead_share,
    no_lead_leaves, round(leaves_lost, 10) as leaves_lost, leaves_unknown,
    batch.id as batch, batch.file_name, batch.sheet, sums.row
from sums
left join batch on batch.id = $batch
order by batch
