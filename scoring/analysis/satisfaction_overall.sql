-- The overall satisfaction of one organisation over the years, where it was published.
-- Grain:  one row per year with an overall row.
-- Takes:  $organisation (text)
-- Gives:  year, percent, batch, file_name, sheet, row
-- Uses:   shown_batch
select shown.year, satisfaction.percent, batch.id as batch, batch.file_name, batch.sheet, row
from shown_batch as shown
join satisfaction on satisfaction.batch = shown.batch and satisfaction.overall
join batch on batch.id = shown.batch
where shown.organisation = $organisation and shown.kind = 'satisfaction'
qualify row_number() over (partition by shown.year order by satisfaction.position) = 1
order by shown.year
