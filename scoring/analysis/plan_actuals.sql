-- What did an organisation's indicators reach, as people entered it or files of results tell it?
-- Grain:  one row per indicator and year; the latest word of each that is not undone.
-- Takes:  $organisation (text)
-- Gives:  indicator (the target's title), year, value (null: taken back), source, decided_at (UTC),
--         who, batch (of its file; null: entered on a page), file_name, sheet, row
select
    actual.indicator, actual.year, actual.value, actual.source, actual.decided_at, actual.who,
    actual.batch, batch.file_name, batch.sheet, actual.row
from actual
left join batch on batch.id = actual.batch
where actual.organisation = $organisation and batch.undone_at is null
qualify row_number() over (
    partition by actual.indicator, actual.year
    order by actual.decided_at desc, actual.position desc
) = 1
order by actual.indicator, actual.year
