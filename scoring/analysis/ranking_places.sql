-- In which leagues that count an organisation stands, year by year; and those that it came from or
-- went into, since a merger begins another organisation under a name that may stay.
-- Grain:  one row per league row: per index, year, level, organisation and source.
-- Takes:  $organisation (text)
-- Gives:  index_name, year, level, organisation, name (as printed), own (it is $organisation),
--         since (when the old one went into the new one, null for $organisation), rank, field_size,
--         value, current (the value printed first, which counts), source, league (batch of the
--         league), area (whose members are ranked), area_name, batch, file_name, sheet, row
with line as (
    select $organisation as organisation, null::date as since
    union
    select old, since from successor where new = $organisation
    union
    select new, since from successor where old = $organisation
),
held as (
    select
        league.*, line.since,
        row_number() over (
            partition by league.batch, league.organisation
            order by league.value is null, league.position
        ) = 1 as current
    from league
    join line using (organisation)
    where league.rank is not null or league.value is not null
)
select
    batch.index_name, batch.year, batch.level, held.organisation, held.title as name,
    held.organisation = $organisation as own, held.since,
    held.rank, held.field_size, held.value, held.current,
    coalesce(nullif(held.source, ''), batch.source) as source,
    batch.id as league, batch.organisation as area, batch.organisation_name as area_name,
    batch.id as batch, batch.file_name, batch.sheet, held.row
from held
join batch on batch.id = held.batch and batch.is_current
order by batch.index_name, batch.year, batch.level, batch.id, held.position
