-- Which documents did an organisation name as evidence so far, of whatever year?
-- Grain:  one row per number of a document, the one named last first.
-- Takes:  $organisation (text)
-- Gives:  number, issued (the date said last; null: never said), pieces (that name it and count)
with own as (
    select id
    from task
    where batch in (select id from batch where organisation = $organisation)
),
latest as (
    select *
    from evidence
    where organisation = $organisation or task in (select id from own)
    qualify row_number() over (partition by id order by decided_at desc) = 1
)
select
    "number",
    arg_max(issued, decided_at) filter (where issued is not null) as issued,
    count(*) as pieces
from latest
where not taken_back and "number" <> ''
group by "number"
order by max(decided_at) desc, "number"
