-- Review meetings, whose figures stay as they were when one began, and what is said of a year.

-- One row per meeting.
create table meeting (
    id           varchar   not null,
    organisation varchar   not null,
    year         integer   not null, -- the year reviewed
    day          date      not null, -- that states and delays are counted at
    started_at   timestamp not null,
    who          varchar
);

-- One row per answer of a meeting.
create table meeting_answer (
    meeting varchar not null, -- meeting.id
    key     varchar not null, -- what was asked
    content blob    not null  -- the answer as it was
);

-- One row per wording of the commentary of a year; the latest wins.
create table commentary (
    organisation varchar   not null,
    year         integer   not null,
    batches      varchar   not null, -- batch.id of what it is about; one a line
    text         varchar   not null, -- one sentence a line; '' goes back to the generated ones
    decided_at   timestamp not null,
    who          varchar
);
