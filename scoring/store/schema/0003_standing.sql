-- What every page asks first, kept ready: which batches count, and what their tables add up to.
-- Both follow from other tables, and the transaction that changes those keeps them so; asked anew
-- each time, they would read all that was ever loaded.

-- Whether it is the latest not undone of its kind, index, organisation, level and year.
alter table batch add column is_current boolean;

update batch set is_current = id in (select id from current_batch);

drop view current_batch;

create view current_batch as select * from batch where is_current;

-- What one score table adds up to: over its top rows, since a parent repeats its children. A sum
-- is null where one of its parts is not known.
create view score_sum as
select
    batch,
    case when count(*) filter (where parent = '' and max_points is null) = 0
        then round(sum(max_points) filter (where parent = ''), 10) end as printed_max,
    case when count(*) filter (where parent = '' and lost_points is null) = 0
        then round(sum(lost_points) filter (where parent = ''), 10) end as lost,
    round(sum(lost_points) filter (where leaf), 10) as leaves_lost,  -- of those that are known
    count(*) as row_count,
    count(*) filter (where parent = '') as top_rows,
    count(*) filter (where parent = '' and lost_points is null) as top_rows_unknown,
    count(*) filter (where leaf) as leaves,
    count(*) filter (where leaf and lost_points is null) as leaves_unknown,
    min(row) filter (where parent = '') as row                       -- the first top row
from score
group by batch;

-- One row per batch of scores: its row of score_sum.
create table score_total (
    batch            varchar not null,
    printed_max      double,
    lost             double,
    leaves_lost      double,
    row_count        bigint  not null,
    top_rows         bigint  not null,
    top_rows_unknown bigint  not null,
    leaves           bigint  not null,
    leaves_unknown   bigint  not null,
    row              integer
);

insert into score_total select * from score_sum;
