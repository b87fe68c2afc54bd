-- Which units of an organisation went into which others, and what became of it itself?
-- Grain:  one row per old organisation and the one that it went into, the latest first.
-- Takes:  $organisation (text)
-- Gives:  old (its id), old_name, new (its id), new_name, since (the first day of the new one),
--         own (it is the organisation itself that merged), source
select
    successor.old, coalesce(before.name, successor.old) as old_name,
    successor.new, coalesce(after.name, successor.new) as new_name,
    successor.since, successor.scope <> $organisation as own, successor.source
from successor
left join organisation as before on before.id = successor.old
left join organisation as after on after.id = successor.new
where $organisation in (successor.scope, successor.old, successor.new)
order by successor.since desc, new_name, old_name, successor.old, successor.new
