-- The leaves with both scores in the tables of one organisation, index and level, up to the year
-- of the table asked about.
-- Grain:  one row per year and leaf.
-- Takes:  $batch (text)
-- Gives:  year, code, title, self_points, points, difference (self − appraised), batch, file_name,
--         sheet, row
with chosen as (
    select index_name, organisation, level, year from batch where id = $batch
),
tables as (
    select batch.id, batch.loaded_at, batch.year, batch.file_name, batch.sheet
    from batch
    cross join chosen
    -- Known before the table is read, it leaves most of it unread.
    where batch.organisation = (select organisation from chosen)
        and batch.kind = 'scores'
        and batch.index_name = chosen.index_name and batch.level = chosen.level
        -- The table asked about may be an earlier one of its year; it stands for that year.
        and (batch.id = $batch or (batch.is_current and batch.year < chosen.year))
)
select
    tables.year, score.code, score.title, score.self_points, score.points,
    round(score.self_points - score.points, 10) as difference,
    tables.id as batch, tables.file_name, tables.sheet, score.row
from tables
join score on score.loaded_at = tables.loaded_at
where score.leaf and score.self_points is not null and score.points is not null
order by tables.year, score.position
