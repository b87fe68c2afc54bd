-- Plans: the document that a table belongs to, tasks that stay the same when a table is loaded
-- again, targets of any indicator, and what people report and decide about them.

drop view current_batch;

-- The document's number as printed, '76/KH-SVHTT'; '' where none is. Plans of one organisation,
-- index and year stand beside each other, so the number is part of what tells their batches apart.
alter table batch add column plan varchar;

update batch set plan = '';

create view current_batch as select * from batch where is_current;

alter table task add column id varchar;          -- kept while the table is loaded again
alter table task add column section varchar;     -- the heading that it stands under
alter table task add column purpose varchar;     -- mend, keep, steer, other; null: not told
alter table task add column index_name varchar;  -- of its section; null: the batch's

update task set id = batch || '-' || position;

-- A target that was not understood is kept in its words alone.
alter table target alter column kind drop not null;
alter table target alter column amount drop not null;

alter table target add column measure varchar;    -- '%', 'điểm', 'hạng' or the unit printed
alter table target add column lead varchar;       -- as printed
alter table target add column section varchar;    -- the heading that it stands under
alter table target add column index_name varchar; -- of its section; null: the batch's
alter table target add column task integer;       -- position of the task that it is the goal of

-- One row per task reported on: the latest not undone of a task counts.
create table progress (
    batch       varchar,            -- the file that it came in; null: said on a page
    position    integer   not null, -- order in its file, from 0
    task        varchar   not null, -- task.id
    state       varchar,            -- not_started, doing, done, not_applicable; null: not told
    percent     double,             -- done, 0–100
    evidence    varchar,
    remark      varchar,
    unit        varchar,            -- who reports
    reported_at timestamp not null, -- UTC
    who         varchar,
    row         integer             -- as the spreadsheet shows it
);

-- Append only; the latest of its key wins. --------------------------------------------------------

-- One row per decision on the criterion or factor that a task is about.
create table task_link (
    task         varchar   not null, -- task.id
    organisation varchar   not null, -- whose table the criterion stands in
    index_name   varchar   not null,
    code         varchar   not null, -- '' for none
    taken_back   boolean   not null, -- nothing is decided any more
    decided_at   timestamp not null,
    who          varchar
);

-- One row per decision on when a task is due.
create table task_due (
    task       varchar   not null, -- task.id
    said       varchar   not null, -- in words, read as a printed deadline is; '' takes back
    decided_at timestamp not null,
    who        varchar
);

-- One row per value that an indicator reached.
create table actual (
    organisation varchar   not null,
    indicator    varchar   not null, -- the target's title
    year         integer   not null,
    value        double,             -- null takes back
    source       varchar,
    decided_at   timestamp not null,
    who          varchar
);

-- One row per word on one piece of evidence of a task or of a criterion.
create table evidence (
    id           varchar   not null, -- of the piece; the latest word on it wins
    task         varchar,            -- task.id; null: of a criterion
    organisation varchar,            -- of a criterion: whose
    index_name   varchar,
    year         integer,
    code         varchar,
    "number"     varchar   not null, -- of the document: '12/BC-SVHTT'
    issued       date,
    section      varchar,            -- where in the document
    page         varchar,
    status       varchar   not null, -- complete, missing, to_explain
    remark       varchar,
    taken_back   boolean   not null,
    decided_at   timestamp not null,
    who          varchar
);

-- One row per word on one note; of a meeting's conclusion too.
create table remark (
    id           varchar   not null, -- of the note; the latest word on it wins
    organisation varchar   not null,
    index_name   varchar,            -- null: of the year or unit as a whole
    year         integer   not null,
    code         varchar,            -- of a criterion or factor
    unit         varchar,
    text         varchar   not null,
    conclusion   boolean   not null, -- of a meeting, to become a task
    taken_back   boolean   not null,
    decided_at   timestamp not null,
    who          varchar
);

-- One row per decision on who is meant by a group that leads.
create table group_meaning (
    organisation varchar   not null, -- whose plans
    unit_group   varchar   not null, -- 'Các sở, ban, ngành'
    meaning      varchar   not null, -- members, focal, group (nobody in particular)
    units        varchar   not null, -- the members, or the focal unit; one a line
    decided_at   timestamp not null,
    who          varchar
);
