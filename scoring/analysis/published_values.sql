-- Which values the leagues that count print for one organisation.
-- Grain:  one row per league row with a value.
-- Takes:  $organisation (text), $index_name (text), $level (text), $year (integer)
-- Gives:  value, source (as printed, null where it is not), batch, file_name, sheet, row
select
    league.value, coalesce(nullif(league.source, ''), batch.source) as source,
    batch.id as batch, batch.file_name, batch.sheet, league.row
from league
join current_batch as batch on batch.id = league.batch
where league.organisation = $organisation and league.value is not null
    and batch.index_name = $index_name and batch.level = $level and batch.year = $year
order by batch.loaded_at desc, batch.id desc, league.position
