-- Batches that are kept when they are undone, and what people said while they were loaded.

drop view current_batch;

alter table batch add column loaded_by varchar;      -- who loaded or restored it; null: not told
alter table batch add column undone_at timestamp;    -- UTC; null: it was not undone
alter table batch add column undone_by varchar;
alter table batch add column restored_from varchar;  -- batch.id that it brought back

alter table log add column who varchar;              -- actions now: load, undo, restore, kind, correction

-- One row per level of attainable points printed under a criterion.
create table scale_level (
    batch    varchar not null,
    code     varchar not null,   -- of the criterion
    position integer not null,   -- order as printed under its criterion, from 0
    title    varchar not null,
    points   double,
    row      integer not null
);

-- One row per cell that a person corrected; the uploaded file stays as it was.
create table correction (
    batch    varchar   not null,
    position integer   not null,
    sheet    varchar   not null,
    row      integer   not null,  -- as the spreadsheet shows it
    "column" varchar   not null,
    "old"    varchar   not null,  -- the cell as text
    "new"    varchar   not null,
    who      varchar,
    "at"     timestamp not null   -- UTC
);

-- Append only; the latest of a shape and field wins. ---------------------------------------------

-- One row per column that a person named in a file of some shape.
create table remembered_column (
    shape      varchar   not null,  -- the same for files laid out alike
    field      varchar   not null,
    header     varchar   not null,  -- the header text of its column; '' for none
    decided_at timestamp not null,
    who        varchar
);

-- One row per unit name that a person explained.
create table remembered_unit (
    printed    varchar   not null,
    unit       varchar   not null,  -- the name it means
    decided_at timestamp not null,
    who        varchar
);

-- The batch that counts: the latest not undone of its kind, index, organisation, level and year.
create view current_batch as
select * from batch
where undone_at is null
qualify row_number() over (
    partition by kind, index_name, organisation, level, year order by loaded_at desc, id desc
) = 1;
