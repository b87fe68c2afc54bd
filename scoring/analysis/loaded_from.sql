-- Was a table loaded from this very place of this very file, and does it count?
-- Grain:  one row per batch, the latest first.
-- Takes:  $file_sha256 (text), $sheet (text), $anchor (text)
-- Gives:  batch, file_name, sheet, loaded_at (UTC)
select id as batch, file_name, sheet, loaded_at
from current_batch
where file_sha256 = $file_sha256 and sheet = $sheet and anchor = $anchor
order by loaded_at desc, id desc
