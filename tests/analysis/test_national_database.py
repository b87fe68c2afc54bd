"""Does the made-up national database close, as a real one does, and is it marked as made up?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.analysis.questions import names, rows
from scoring.store import Store, open_store
from tests.benchmarks import parameters
from tests.benchmarks.national import CRITERIA, SIZES, Size, build

NOISE = 1e-9


@pytest.fixture(scope="module")
def national(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("national") / "10k.duckdb"
    build(path, SIZES["10k"])
    store = open_store(str(path))
    yield store
    store.close()


def wrong(store: Store, sql: str) -> list[dict[str, object]]:
    """The rows that break a rule; none where it holds."""
    return store.query(sql).to_dict("records")


def test_it_has_as_many_rows_as_its_size_says(national: Store) -> None:
    (found,) = wrong(
        national,
        "select (select count(*) from score) as scores,"
        " (select count(distinct batch) from score) as tables",
    )
    assert found == {"scores": SIZES["10k"].score_rows, "tables": 1 * (1 + 4 + 5) * 10}
    assert SIZES["10k"].score_rows == 100 * CRITERIA
    # 34 × (1 + 20 + 100) × 10 × 100
    assert SIZES["4m"].score_rows == 4_114_000
    assert SIZES["40m"].score_rows > 40_000_000


def test_every_parent_is_the_sum_of_its_children(national: Store) -> None:
    for column in ("max_points", "points", "lost_points"):
        broken = f"""
            select parent.batch, parent.code
            from score as parent
            join score as child on child.batch = parent.batch and child.parent = parent.code
            group by parent.batch, parent.code, parent.{column}
            having abs(parent.{column} - sum(child.{column})) > {NOISE}
            order by all
        """
        assert wrong(national, broken) == [], column


def test_every_table_is_out_of_100_and_every_row_closes(national: Store) -> None:
    tops = "select batch, sum(max_points) as most from score where parent = '' group by batch"
    assert wrong(national, f"select * from ({tops}) where abs(most - 100) > {NOISE}") == []
    rows_of = "select code from score where abs(max_points - points - lost_points) > 1e-9"
    assert wrong(national, rows_of) == []
    assert wrong(national, "select code from score where points < 0 or lost_points < 0") == []
    kept = "select batch from score_total as kept anti join score_sum as sums using (batch, lost)"
    assert wrong(national, kept) == []


def test_depths_leaves_and_codes_are_those_of_a_tree(national: Store) -> None:
    orphans = """
        select batch, code from score as row
        where parent != '' and not exists (
            select 1 from score as above where above.batch = row.batch and above.code = row.parent)
        or leaf = exists (
            select 1 from score as below where below.batch = row.batch and below.parent = row.code)
        or depth != len(string_split(code, '.'))
    """
    assert wrong(national, orphans) == []
    assert wrong(national, "select 1 from score group by batch, code having count(*) > 1") == []


def test_leagues_rank_by_the_points_of_the_tables(national: Store) -> None:
    value = """
        select league.title, league.value, batch.year from league
        join batch on batch.id = league.batch
        left join batch as own on own.kind = 'scores' and own.organisation = league.organisation
            and own.year = batch.year
        left join score_total on score_total.batch = own.id
        where abs(league.value - (100 - score_total.lost)) > 1e-9 or score_total.lost is null
    """
    assert wrong(national, value) == []
    ahead = """
        select one.title from league as one
        join league as other on other.batch = one.batch and other.value > one.value + 1e-9
        group by one.batch, one.title, one.rank
        having one.rank != count(*) + 1
    """
    assert wrong(national, ahead) == []
    sized = """
        select batch from league group by batch
        having min(field_size) != count(*) or max(field_size) != count(*) or min(rank) != 1
    """
    assert wrong(national, sized) == []


def test_everything_is_marked_as_made_up(national: Store) -> None:
    names_of = {
        "batch": ("organisation_name", "title", "sheet"),
        "score": ("title",),
        "satisfaction": ("title",),
        "league": ("title",),
        "task": ("title", "solution", "lead"),
    }
    for table, columns in names_of.items():
        for column in columns:
            unmarked = f"select {column} from {table} where not lower({column}) like '%giả lập%'"
            assert wrong(national, unmarked) == [], (table, column)


def test_it_is_the_same_each_time(national: Store, tmp_path: Path) -> None:
    build(tmp_path / "again.duckdb", SIZES["10k"])
    again = open_store(str(tmp_path / "again.duckdb"))
    for table in ("batch", "score", "league", "satisfaction", "task", "task_unit"):
        digest = f"select count(*) as n, bit_xor(hash(t)) as bits from {table} as t"
        assert wrong(again, digest) == wrong(national, digest), table
    again.close()


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "kept.duckdb").write_bytes(b"kept")
    with pytest.raises(ValueError, match="is there already"):
        build(tmp_path / "kept.duckdb", Size(1, 1, 1, 1))
    assert (tmp_path / "kept.duckdb").read_bytes() == b"kept"


# --- what the benchmark asks with ----------------------------------------------------------------


@pytest.mark.parametrize("name", names())
def test_the_benchmark_knows_every_parameter_of_every_question(name: str) -> None:
    assert parameters.unknown(name) == [], "add a line to tests/benchmarks/parameters.py"


def test_a_parameter_without_a_value_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {key: value for key, value in parameters.PARAMETERS.items() if key != "batch"}
    monkeypatch.setattr(parameters, "PARAMETERS", known)
    with pytest.raises(KeyError, match=r"losses takes \$batch"):
        parameters.arguments("losses", None)  # type: ignore[arg-type]


def test_draws_are_of_every_level_and_the_same_for_a_seed(national: Store) -> None:
    made = parameters.drawn(national, 12)
    assert parameters.levels(made) == {"tỉnh", "sở", "xã"}
    assert made == parameters.drawn(national, 12)
    assert made != parameters.drawn(national, 12, seed=7)
    for one in made:
        printed = {row["code"] for row in rows(national.query, "leaves", batch=one.batch)}
        assert one.code in printed
        ranked = rows(national.query, "batch_league", batch=one.league, first=0, most=500)
        assert one.organisation in {row["organisation"] for row in ranked}


def test_an_empty_database_gives_no_draws() -> None:
    store = open_store(":memory:")
    with pytest.raises(ValueError, match="no score tables"):
        parameters.drawn(store, 3)
    store.close()
