-- How the others of one field moved between two years, among those with a value in both leagues.
-- Grain:  one row.
-- Takes:  $organisation (text), $league_before (batch), $league_after (batch)
-- Gives:  others (how many have both values), passed (were ahead and are no longer),
--         passed_by (were not ahead and are now), mean_change (of the others' values, percentage
--         points)
with valued as (
    select
        league.batch = $league_after as later, league.organisation,
        -- A league of points says out of how many; the others are in percent.
        round(100 * league.value / coalesce(batch.total_max, 100), 10) as value
    from league
    join batch on batch.id = league.batch
    where league.batch in ($league_before, $league_after) and league.value is not null
    qualify row_number() over (
        partition by league.batch, league.organisation order by league.position
    ) = 1
),
moved as (
    select organisation, earlier.value as before, later.value as after
    from valued as earlier
    join valued as later using (organisation)
    where not earlier.later and later.later
),
beside as (
    select other.*, own.before as own_before, own.after as own_after
    from moved as own
    join moved as other on other.organisation <> own.organisation
    where own.organisation = $organisation
)
select
    count(*) as others,
    count(*) filter (where before > own_before and after <= own_after) as passed,
    count(*) filter (where before <= own_before and after > own_after) as passed_by,
    round(avg(after - before), 10) as mean_change
from beside
order by others
