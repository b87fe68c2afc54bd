-- Which values did replaced tables print that name another source than the table that counts? Of one
-- file loaded again only the last reading counts, and so of one source: those were mended.
-- Grain:  one row per table that counts, organisation of it and other source with a value for it.
-- Takes:  nothing
-- Gives:  league (batch of the table that counts), organisation, name (as printed), rank,
--         field_size, value, source, batch, file_name, sheet, row
with pair as (
    select
        counts.id as league, counts.source as source_of_league,
        other.id, other.source, other.loaded_at, other.file_name, other.sheet
    from batch as counts
    join batch as other using (index_name, organisation, level, year)
    where counts.kind = 'league' and counts.is_current
        and other.kind = 'league' and other.undone_at is null
        and other.file_name <> counts.file_name
),
printed as (
    select
        pair.league, pair.source_of_league, pair.loaded_at, league.*,
        coalesce(nullif(league.source, ''), pair.source) as said, pair.file_name, pair.sheet
    from pair
    join league on league.batch = pair.id
    where league.value is not null
)
select
    printed.league, printed.organisation, printed.title as name, printed.rank, printed.field_size,
    printed.value, printed.said as source, printed.batch, printed.file_name, printed.sheet,
    printed.row
from printed
where printed.said is not null
    and printed.organisation in (
        select own.organisation from league as own where own.batch = printed.league
    )
    and not exists (
        from league as own
        where own.batch = printed.league and own.organisation = printed.organisation
            and coalesce(nullif(own.source, ''), printed.source_of_league) = printed.said
    )
qualify row_number() over (
    partition by printed.league, printed.organisation, printed.said
    order by printed.loaded_at desc, printed.position
) = 1
order by printed.league, printed.organisation, printed.batch, printed.position
