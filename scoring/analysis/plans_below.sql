-- Which units directly under an organisation have plans of their own?
-- Grain:  one row per organisation with tasks or targets in tables that count.
-- Takes:  $parent (text)
-- Gives:  organisation, name, tasks, targets (how many of each)
with below as (
    select batch.id, batch.organisation, batch.organisation_name
    from current_batch as batch
    left join organisation as registered on registered.id = batch.organisation
    where coalesce(registered.parent, batch.parent) = $parent
        and batch.kind in ('scores', 'satisfaction', 'tasks', 'targets')
),
told as (
    select batch, count(*) as tasks, 0 as targets
    from task
    where batch in (select id from below)
    group by batch
    union all
    select batch, 0, count(*)
    from target
    where batch in (select id from below)
    group by batch
)
select
    below.organisation, arg_max(below.organisation_name, below.id) as name,
    sum(told.tasks)::bigint as tasks, sum(told.targets)::bigint as targets
from below
join told on told.batch = below.id
group by below.organisation
order by name, below.organisation
