-- Satisfaction by factor, against the year before and against the target. The target is the first
-- one that falls due in $year or later, among those set up to then; its base is the value printed
-- in the sentence, else the result of the base year.
-- Grain:  one row per factor (or the overall row), in printed order.
-- Takes:  $organisation (text), $year (integer)
-- Gives:  code, title, overall, percent, previous_percent (year − 1), previous_batch, kind (of the
--         target), amount, is_percent, base_year, base_value, due_year, sentence, batch, file_name, sheet, row,
--         target_batch, target_file_name, target_sheet, target_row
-- Uses:   shown_batch
with results as (
    select
        shown.year, satisfaction.*, batch.file_name, batch.sheet
    from shown_batch as shown
    join satisfaction on satisfaction.batch = shown.batch
    join batch on batch.id = shown.batch
    where shown.organisation = $organisation and shown.kind = 'satisfaction'
),
targets as (
    select
        target.*, batch.file_name, batch.sheet,
        coalesce(target.base_year, shown.year) as from_year
    from shown_batch as shown
    join target on target.batch = shown.batch
    join batch on batch.id = shown.batch
    where shown.organisation = $organisation and shown.kind = 'satisfaction'
        and shown.year <= $year and coalesce(target.due_year, shown.year) >= $year
    qualify row_number() over (
        partition by target.code
        order by coalesce(target.due_year, shown.year), shown.year desc, target.position
    ) = 1
)
select
    this.code, this.title, this.overall, this.percent, before.percent as previous_percent,
    before.batch as previous_batch,
    targets.kind, targets.amount, targets.percent as is_percent,
    case when targets.kind = 'rise' then targets.from_year else targets.base_year end as base_year,
    case when targets.kind = 'rise' then coalesce(targets.base_value, base.percent)
        else targets.base_value end as base_value,
    targets.due_year, targets.sentence,
    this.batch, this.file_name, this.sheet, this.row,
    targets.batch as target_batch, targets.file_name as target_file_name,
    targets.sheet as target_sheet, targets.row as target_row
from results as this
left join results as before on before.year = this.year - 1 and before.code = this.code
left join targets on targets.code = this.code
left join results as base on base.year = targets.from_year and base.code = this.code
where this.year = $year
order by this.position
