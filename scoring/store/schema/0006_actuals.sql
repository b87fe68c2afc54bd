-- What indicators reached can come in a file: its rows are a batch's, and go when it is undone.

alter table actual add column batch varchar;    -- the file that it came in; null: said on a page
alter table actual add column position integer; -- order in its file, from 0
alter table actual add column row integer;      -- as the spreadsheet shows it

update actual set position = 0;
