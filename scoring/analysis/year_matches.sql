-- What people decided about which criteria of one year are which of another: every word of it,
-- the organisation's own first, each the latest first. Of a criterion the first word counts.
-- Grain:  one row per decision.
-- Takes:  $organisation (text), $index_name (text), $level (text), $year_before (integer),
--         $year_after (integer)
-- Gives:  old (codes joined by ', '; '' for none), new (as old), unprinted (the empty side had it,
--         and did not print it), taken_back (nothing is decided about these any more),
--         shared (for all organisations with these criteria), who, decided_at (UTC)
select
    "old", "new", unprinted, taken_back, organisation = '' as shared, who, decided_at
from criterion_match
where organisation in ($organisation, '') and index_name = $index_name and level = $level
    and year_before = $year_before and year_after = $year_after
order by shared, decided_at desc
