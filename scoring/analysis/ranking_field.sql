-- Who stands in one league table, with the name that each has today, and what the tables of other
-- sources that it replaced print otherwise.
-- Grain:  one row per organisation and, where sources disagree, per source; in printed order, those
--         of replaced tables after all others.
-- Takes:  $batch (text)
-- Gives:  organisation, name (as printed), today (the name of what it went into, null where it did
--         not), since (when), rank, field_size, value, current (the value printed first, which
--         counts), source, league (the batch asked about), batch, file_name, sheet, row
-- Uses:   league_others
with heir as (
    select
        successor.old as organisation, max(successor.since) as since,
        string_agg(distinct coalesce(registered.name, successor.new), '; ') as today
    from successor
    left join organisation as registered on registered.id = successor.new
    group by successor.old
),
own as (
    select
        league.organisation, league.title as name, league.rank, league.field_size, league.value,
        row_number() over (
            partition by league.organisation order by league.value is null, league.position
        ) = 1 as current,
        coalesce(nullif(league.source, ''), batch.source) as source,
        league.batch, batch.file_name, batch.sheet, league.row, league.position
    from league
    join batch on batch.id = league.batch
    where league.batch = $batch
),
every as (
    select 1 as turn, * from own
    union all by name
    select
        2 as turn, other.* exclude (league), own.position, false as current
    from league_others as other
    join own on own.organisation = other.organisation and own.current
    where other.league = $batch and other.value is distinct from own.value
)
select
    every.organisation, every.name, heir.today, heir.since, every.rank, every.field_size,
    every.value, every.current, every.source, $batch as league, every.batch, every.file_name,
    every.sheet, every.row
from every
left join heir on heir.organisation = every.organisation
order by every.turn, every.position, every.batch
