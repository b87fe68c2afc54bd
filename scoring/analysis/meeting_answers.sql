-- Which figures was a meeting begun with, as they were?
-- Grain:  one row per answer.
-- Takes:  $meeting (text)
-- Gives:  key (what was asked), content (the answer, in bytes)
select key, content
from meeting_answer
where meeting = $meeting
order by key
