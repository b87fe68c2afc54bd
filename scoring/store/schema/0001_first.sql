-- First schema. Runs unchanged on a DuckDB file and on DuckLake, which has no primary keys,
-- sequences, enums, defaults by expression or check constraints: uniqueness and references are
-- kept by the one transaction that writes a batch (scoring/store/batches.py) and are tested.

-- Reference data: rewritten as a whole whenever the files under data/reference change. ---------

-- One row per organisation known from the reference files.
create table organisation (
    id         varchar not null,   -- 'lam-dong', 'lam-dong-2025'
    name       varchar not null,   -- 'Lâm Đồng'; reused after mergers, so never a key
    level      varchar not null,   -- bộ, tỉnh, sở, huyện, xã, cả nước
    parent     varchar,            -- organisation.id
    valid_from date,
    valid_to   date
);

-- One row per other spelling of an organisation's name.
create table organisation_alias (
    alias        varchar not null,
    organisation varchar not null  -- organisation.id
);

-- One row per old organisation or unit that went into a new one.
create table successor (
    old     varchar not null,
    new     varchar not null,
    since   date    not null,
    scope   varchar not null,      -- 'tỉnh', or the organisation.id whose departments merged
    source  varchar not null
);

-- One row per criteria set (index, level, period).
create table criteria_set (
    id         varchar not null,
    index_name varchar not null,   -- PAR, SIPAS, PAPI, PCI
    level      varchar not null,
    from_year  integer not null,
    to_year    integer,
    total      double,             -- the total maximum that applies; null: the organisation's own
    decision   varchar,
    title      varchar not null,
    source     varchar not null
);

-- One row per criterion of a set.
create table criterion (
    criteria_set varchar not null,
    code         varchar not null,
    title        varchar not null,
    short_title  varchar,
    max_points   double,
    kind         varchar           -- survey, impact, control
);

-- One row per rating band of one index, level and year; lower inclusive, upper exclusive, percent.
create table band (
    index_name varchar not null,
    level      varchar not null,
    year       integer not null,
    band       varchar not null,
    lower      double,
    upper      double,
    source     varchar not null
);

-- One row once the reference tables were written: which state of the files they hold.
create table reference_state (
    digest varchar not null
);

-- What was loaded: every row below carries its batch. -----------------------------------------

-- One row per import of one table of one file.
create table batch (
    id                varchar   not null,  -- '20261121-235301-482913': the time it was loaded
    loaded_at         timestamp not null,  -- UTC; no two alike
    kind              varchar   not null,  -- scores, satisfaction, league, tasks
    index_name        varchar   not null,
    organisation      varchar   not null,  -- who is scored; of a league, whose area is ranked
    organisation_name varchar   not null,
    level             varchar   not null,  -- of a league, the level of those ranked
    parent            varchar,             -- organisation.id of the parent
    year              integer   not null,  -- the year assessed
    criteria_set      varchar,
    total_max         double,              -- the total maximum that applies
    printed_max       double,              -- sum of the top rows' max points
    file_name         varchar   not null,
    file_sha256       varchar   not null,
    sheet             varchar   not null,
    anchor            varchar   not null,  -- first cell of the header, 'A8'
    row_count         integer   not null,
    title             varchar,             -- the document's own heading lines
    source            varchar              -- where the document was published, as printed in it
);

-- One row per batch: the uploaded file, byte for byte.
create table uploaded_file (
    batch   varchar not null,
    name    varchar not null,
    sha256  varchar not null,
    content blob    not null
);

-- One row per problem found while reading a batch.
create table batch_problem (
    batch    varchar not null,
    position integer not null,
    code     varchar not null,
    severity varchar not null,
    sheet    varchar,
    row      integer,
    "column" varchar,
    expected varchar,
    found    varchar,
    fix      varchar
);

-- One row per criterion of a score table.
create table score (
    batch       varchar not null,
    position    integer not null,   -- order as printed, from 0
    code        varchar not null,
    parent      varchar not null,   -- nearest printed ancestor's code; '' for a top row
    depth       integer not null,   -- 1 domain, 2 criterion, 3 sub-criterion …
    leaf        boolean not null,   -- no printed children
    title       varchar not null,
    max_points  double,
    self_points double,
    points      double,
    lost_points double,
    row         integer not null    -- as the spreadsheet shows it
);

-- One row per factor (or the overall row) of a satisfaction table.
create table satisfaction (
    batch    varchar not null,
    position integer not null,
    code     varchar not null,
    title    varchar not null,
    overall  boolean not null,
    percent  double,
    row      integer not null
);

-- One row per organisation of a league table, and per source where sources disagree.
create table league (
    batch        varchar not null,
    position     integer not null,
    organisation varchar not null,  -- organisation.id, or the printed name where it is not known
    title        varchar not null,  -- as printed
    rank         integer,
    field_size   integer,
    value        double,
    source       varchar,
    row          integer not null
);

-- One row per target read from a table.
create table target (
    batch      varchar not null,
    position   integer not null,
    code       varchar not null,    -- of the factor or criterion
    title      varchar not null,
    kind       varchar not null,    -- rise, at_least, at_most, rank
    amount     double  not null,
    percent    boolean not null,    -- the amount was written with a percent sign
    base_year  integer,
    base_value double,
    due_year   integer,
    sentence   varchar not null,    -- as printed
    row        integer not null
);

-- One row per task: what is to be done about one criterion or factor, by whom, by when.
create table task (
    batch        varchar not null,
    position     integer not null,
    code         varchar,           -- of the criterion or factor
    title        varchar not null,
    goal         varchar,
    solution     varchar,
    product      varchar,
    lead         varchar,           -- as printed
    coordinating varchar,           -- as printed
    deadline     varchar,           -- as printed
    note         varchar,
    row          integer not null
);

-- One row per task, unit and role.
create table task_unit (
    batch      varchar not null,
    position   integer not null,    -- of the task
    role       varchar not null,    -- lead, coordinating
    unit       varchar not null,    -- the registry's name
    unit_group boolean not null     -- 'Các sở, ban, ngành' names nobody in particular
);

-- What users decided; append only. --------------------------------------------------------------

-- One row per decision on a criterion's kind; the latest wins over the reference files.
create table criterion_kind (
    criteria_set varchar   not null,
    code         varchar   not null,
    kind         varchar   not null,
    decided_at   timestamp not null
);

-- One row per event.
create table log (
    happened_at timestamp not null, -- UTC; no two alike
    action      varchar   not null, -- load, undo, kind
    batch       varchar,
    detail      varchar   not null
);

-- The batch that counts: the latest of its kind, index, organisation, level and year.
create view current_batch as
select * from batch
qualify row_number() over (
    partition by kind, index_name, organisation, level, year order by loaded_at desc, id desc
) = 1;
