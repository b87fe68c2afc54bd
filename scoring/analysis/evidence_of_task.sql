-- Which pieces of evidence does one task have?
-- Grain:  one row per piece that was not taken back, with the latest word on it; the latest first.
-- Takes:  $task (text, its id)
-- Gives:  id, task, number (of the document; '' where not told), issued (date), section, page,
--         status (complete, missing, to_explain), remark, decided_at (UTC), who
with latest as (
    select *
    from evidence
    where id in (select id from evidence where task = $task)
    qualify row_number() over (partition by id order by decided_at desc) = 1
)
select id, task, "number", issued, section, page, status, remark, decided_at, who
from latest
where not taken_back and task = $task
order by decided_at desc, id
