-- Of which kind each criterion is: what a user decided for it or for the nearest criterion above
-- it, else what the criteria set says for it or for the nearest above.
-- Grain:  one row per criterion that has a kind.
-- Takes:  $batch (text)
-- Gives:  code, kind (survey, impact, control), given_for (the code that carries the kind),
--         decided (by a user)
with split as (
    select code, string_split(code, '.') as parts from score where batch = $batch
),
steps as (
    select code, parts, unnest(range(1, len(parts) + 1)) as length from split
),
above as (
    select code, array_to_string(parts[1:length], '.') as given_for, length from steps
),
given as (
    select code, kind, true as decided
    from criterion_kind
    where criteria_set = (select criteria_set from batch where id = $batch)
    qualify row_number() over (partition by code order by decided_at desc, kind) = 1
    union all
    select code, kind, false
    from criterion
    where kind is not null
        and criteria_set = (select criteria_set from batch where id = $batch)
)
select
    above.code,
    -- A decision goes before any length; no code has a thousand parts.
    arg_max(given.kind, given.decided::integer * 1000 + above.length) as kind,
    arg_max(above.given_for, given.decided::integer * 1000 + above.length) as given_for,
    bool_or(given.decided) as decided
from above
join given on given.code = above.given_for
group by above.code
order by above.code
