-- What people decided about two years' criteria. Append only.

-- One row per decision on which criteria of one year are which of another. Of a criterion the
-- latest word counts, that of its own organisation before one for all.
create table criterion_match (
    organisation varchar   not null,  -- organisation.id; '' for all that share the criteria sets
    index_name   varchar   not null,
    level        varchar   not null,
    year_before  integer   not null,
    year_after   integer   not null,
    "old"        varchar   not null,  -- codes, joined by ', '; '' for none
    "new"        varchar   not null,
    unprinted    boolean   not null,  -- the empty side had it too, and did not print it
    taken_back   boolean   not null,  -- nothing is decided about these criteria any more
    decided_at   timestamp not null,  -- UTC; no two alike
    who          varchar
);
