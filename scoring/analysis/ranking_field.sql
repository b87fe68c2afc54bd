-- Who stands in one league table, with the name that each has today.
-- Grain:  one row per organisation and, where sources disagree, per source; in printed order.
-- Takes:  $batch (text)
-- Gives:  organisation, name (as printed), today (the name of what it went into, null where it did
--         not), since (when), rank, field_size, value, current (the value printed first, which
--         counts), source, batch, file_name, sheet, row
with heir as (
    select
        successor.old as organisation, max(successor.since) as since,
        string_agg(distinct coalesce(registered.name, successor.new), '; ') as today
    from successor
    left join organisation as registered on registered.id = successor.new
    group by successor.old
)
select
    league.organisation, league.title as name, heir.today, heir.since,
    league.rank, league.field_size, league.value,
    row_number() over (
        partition by league.organisation order by league.value is null, league.position
    ) = 1 as current,
    coalesce(nullif(league.source, ''), batch.source) as source,
    league.batch, batch.file_name, batch.sheet, league.row
from league
join batch on batch.id = league.batch
left join heir on heir.organisation = league.organisation
where league.batch = $batch
order by league.position
