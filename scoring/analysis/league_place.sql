-- Where one organisation stands in its field in one year. Mean, median and best are taken over the
-- values known, which may be fewer than the field.
-- Grain:  one row, or none when no league table has the organisation.
-- Takes:  $organisation (text), $index_name (text), $year (integer)
-- Gives:  rank, field_size, value, mean, median, best, known (organisations with a value),
--         complete (the whole field is known), source, batch, file_name, sheet, row
with place as (
    select league.*, batch.file_name, batch.sheet, batch.source as batch_source
    from league
    join current_batch as batch on batch.id = league.batch
    where league.organisation = $organisation
        and batch.index_name = $index_name and batch.year = $year
    qualify row_number() over (
        order by batch.loaded_at desc, batch.id desc, league.value is null, league.position
    ) = 1
),
-- Where sources disagree about an organisation, the value printed first counts.
listed as (
    select organisation, value
    from league
    where batch = (select batch from place)
    qualify row_number() over (
        partition by organisation order by value is null, position
    ) = 1
),
field as (
    select
        round(avg(value), 10) as mean, median(value) as median, max(value) as best,
        count(value) as known, count(*) as listed
    from listed
)
select
    place.rank, coalesce(place.field_size, field.listed) as field_size, place.value,
    field.mean, field.median, field.best, field.known,
    field.known >= coalesce(place.field_size, field.listed) as complete,
    coalesce(place.source, place.batch_source) as source,
    place.batch, place.file_name, place.sheet, place.row
from place
cross join field
order by place.position
