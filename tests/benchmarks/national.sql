-- The rows of the made-up national database; see national.py. Points are counted in thousandths.

create temp macro digits(a, b, c) as (a * 7919 + b * 104729 + c * 1299709 + a * c * 31) % 1000;

-- One row per organisation: the provinces, and under each its departments and communes.
create temp table place as
with province as (
    select unnest(range(1, getvariable('provinces') + 1)) as number
),
unit as (
    select unnest(range(1, getvariable('departments') + getvariable('communes') + 1)) as number
)
select
    number * 10007 as number, format('gia-lap-{:02}', number) as id,
    format('Tỉnh giả lập {:02}', number) as name, 'tỉnh' as level, 'ca-nuoc' as parent
from province
union all
select
    province.number * 10007 + unit.number, format('gia-lap-{:02}-{:04}', province.number, unit.number),
    format('{} giả lập {:04} (tỉnh giả lập {:02})', kind.name, unit.number, province.number),
    kind.level, format('gia-lap-{:02}', province.number)
from province
cross join unit
join (values ('Sở', 'sở', true), ('Xã', 'xã', false)) as kind(name, level, department)
    on kind.department = (unit.number <= getvariable('departments'));

create temp table year as
select unnest(range(getvariable('first_year'), getvariable('first_year') + getvariable('years')))
    as year;

-- One row per criterion of the made-up set: 8 domains, 28 criteria, 64 sub-criteria.
create temp table form as
with criterion as (
    select domain, unnest(range(1, if(domain % 2 = 0, 4, 5))) as criterion
    from (select unnest(range(1, 9)) as domain)
),
leaf as (
    select domain, criterion, unnest(range(1, if(criterion = 1, 4, 3))) as leaf from criterion
),
rows as (
    select format('{}', domain) as code, '' as parent, 1 as depth, domain, 0 as criterion, 0 as leaf
    from (select distinct domain from criterion)
    union all
    select format('{}.{}', domain, criterion), format('{}', domain), 2, domain, criterion, 0
    from criterion
    union all
    select format('{}.{}.{}', domain, criterion, leaf), format('{}.{}', domain, criterion), 3,
        domain, criterion, leaf
    from leaf
)
select
    *, row_number() over (order by domain, criterion, leaf) - 1 as position,
    -- 64 leaves that make 100 points: 1,5 each, and 0,5 more for every eighth.
    if(depth = 3, 1500 + if(row_number() over (partition by depth order by domain, criterion, leaf)
        % 8 = 0, 500, 0), 0) as most
from rows;

-- One row per table of scores, in the order of loading: year by year, province by province.
create temp table scored as
select
    place.*, year.year, row_number() over (order by year.year, place.number) as turn,
    make_timestamp(year.year + 1, 4, 1, 8, 0, 0)
        + to_milliseconds(100 * row_number() over (partition by year.year order by place.number))
        as loaded_at
from place cross join year;

create temp table leaf_points as
select
    scored.turn, form.position, form.domain, form.criterion, form.most,
    -- Some lose nothing, some all; the later the year, the less.
    case
        when digits(scored.number, scored.year, form.position) < 400 + 10 * (scored.year % 50) then 0
        when digits(scored.number, scored.year, form.position) > 985 then form.most
        else (form.most * digits(scored.number, scored.year + 1, form.position) // 2000)
    end as lost
from scored cross join form
where form.depth = 3;

insert into batch by name
select
    strftime(loaded_at, '%Y%m%d-%H%M%S-%f') as id, loaded_at, 'scores' as kind, 'PAR' as index_name,
    id as organisation, name as organisation_name, level, parent, year,
    if(level = 'tỉnh', 'par-tinh', null) as criteria_set, 100 as total_max, 100 as printed_max,
    'gia-lap.xlsx' as file_name, sha256(strftime(loaded_at, '%Y%m%d-%H%M%S-%f')) as file_sha256,
    'Giả lập' as sheet, 'A5' as anchor,
    (select count(*) from form) as row_count, 'DỮ LIỆU GIẢ LẬP' as title, '' as plan,
    true as is_current
from scored
order by turn;

insert into score by name
with sums as (
    select turn, position, most, lost from leaf_points
    union all
    select turn, parent.position, sum(child.most), sum(child.lost)
    from leaf_points as child
    join form as parent
        on parent.leaf = 0 and parent.domain = child.domain
        and parent.criterion in (0, child.criterion)
    group by turn, parent.position
)
select
    strftime(scored.loaded_at, '%Y%m%d-%H%M%S-%f') as batch, form.position::integer as position,
    form.code, form.parent, form.depth::integer as depth, form.depth = 3 as leaf,
    format('Tiêu chí giả lập {}', form.code) as title,
    sums.most / 1000 as max_points,
    -- Every third leaf is of a survey and has none; the others claim some of what they lost.
    case when form.depth = 3 and form.position % 3 > 0
        then (sums.most - sums.lost * (form.position % 2)) / 1000 end as self_points,
    (sums.most - sums.lost) / 1000 as points, sums.lost / 1000 as lost_points,
    (form.position + 6)::integer as row, scored.loaded_at
from sums
join scored using (turn)
join form using (position)
order by sums.turn, sums.position;

insert into score_total by name select * from score_sum order by batch;

-- A quarter of the losing leaves have a task.
insert into task by name
select
    batch, position, batch || '-' || position as id, code, title, null as goal, format('Giải pháp giả lập cho {}', code) as solution,
    null as product, format('Sở giả lập {}', position % 20) as lead,
    'Các sở, ban, ngành' as coordinating, 'Trong năm' as deadline, null as note, row
from score
where leaf and lost_points > 0 and position % 4 = 0
order by batch, position;

insert into task_unit by name
select batch, position, 'lead' as role, lead as unit, false as unit_group from task
union all
select batch, position, 'coordinating', coordinating, true from task
order by batch, position, role;

-- Satisfaction of the provinces.
insert into batch by name
select
    strftime(loaded_at + interval 20 day, '%Y%m%d-%H%M%S-%f') as id,
    loaded_at + interval 20 day as loaded_at, 'satisfaction' as kind, 'SIPAS' as index_name,
    id as organisation, name as organisation_name, level, parent, year,
    'gia-lap-sipas.xlsx' as file_name,
    sha256(strftime(loaded_at + interval 20 day, '%Y%m%d-%H%M%S-%f')) as file_sha256,
    'Giả lập' as sheet, 'A5' as anchor,
    6 as row_count, 'DỮ LIỆU GIẢ LẬP' as title, '' as plan,
    true as is_current
from scored where level = 'tỉnh' order by turn;

insert into satisfaction by name
select
    strftime(loaded_at + interval 20 day, '%Y%m%d-%H%M%S-%f') as batch,
    factor::integer as position, factor::varchar as code, format('Yếu tố giả lập {}', factor) as title,
    factor = 0 as overall, 78 + digits(number, year, factor) / 100 as percent,
    (factor + 6)::integer as row
from scored cross join range(6) as factors(factor)
where level = 'tỉnh'
order by turn, factor;

-- The leagues: of the provinces, and of each province's departments and communes.
create temp table ranked as
with result as (
    select turn, sum(most - lost) as points from leaf_points group by turn
)
select
    scored.*, result.points / 1000 as value,
    (rank() over (
        partition by scored.year, scored.parent, scored.level order by result.points desc
    ))::integer as rank,
    (count(*) over (partition by scored.year, scored.parent, scored.level))::integer as field_size,
    make_timestamp(scored.year + 1, 5, 1, 8, 0, 0) + to_seconds(
        dense_rank() over (partition by scored.year order by scored.parent, scored.level)
    ) as ranked_at
from scored
join result using (turn);

insert into batch by name
select
    strftime(ranked_at, '%Y%m%d-%H%M%S-%f') as id, ranked_at as loaded_at, 'league' as kind,
    'PAR' as index_name, ranked.parent as organisation,
    coalesce(any_value(place.name), 'Cả nước (giả lập)') as organisation_name, ranked.level, year,
    'gia-lap-xep-hang.xlsx' as file_name,
    sha256(strftime(ranked_at, '%Y%m%d-%H%M%S-%f')) as file_sha256, 'Giả lập' as sheet,
    'A5' as anchor, any_value(field_size) as row_count, 'DỮ LIỆU GIẢ LẬP' as title,
    '' as plan,
    true as is_current
from ranked
left join place on place.id = ranked.parent
group by ranked_at, ranked.parent, ranked.level, year
order by ranked_at;

insert into league by name
select
    strftime(ranked_at, '%Y%m%d-%H%M%S-%f') as batch,
    (row_number() over (partition by ranked_at order by rank, number) - 1)::integer as position,
    id as organisation, name as title, rank, field_size, value,
    (row_number() over (partition by ranked_at order by rank, number) + 5)::integer as row
from ranked
order by ranked_at, rank, number;
