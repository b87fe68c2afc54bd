-- Which leagues that count rank those directly under one organisation.
-- Grain:  one row per league: index and level.
-- Takes:  $organisation (text, the parent), $year (integer)
-- Gives:  index_name, level, row_count, first (the organisation ranked first), batch, file_name,
--         sheet, row (the first one)
select
    batch.index_name, batch.level, batch.row_count,
    first(league.organisation order by league.rank is null, league.rank, league.position) as first,
    batch.id as batch, batch.file_name, batch.sheet, min(league.row) as row
from batch
join league on league.batch = batch.id
where batch.kind = 'league' and batch.organisation = $organisation and batch.year = $year
    and batch.is_current
group by all
order by batch.index_name, batch.level, batch.id
