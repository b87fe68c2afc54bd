"""Do the published figures come out again once the sample files were read and loaded?"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring import intake
from scoring.analysis.questions import rows
from scoring.settings import settings
from scoring.store import Store, open_store
from tests import databases

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Every sample, loaded as `samples` does."""
    path = tmp_path_factory.mktemp("samples") / "scoring.duckdb"
    databases.samples(path)
    opened = open_store(str(path))
    yield opened
    opened.close()


def index_of(store: Store, organisation: str) -> dict[int, tuple[float | None, str]]:
    """The index by year with its rank in the field: {2020: (83.93, '32/63')}."""
    asked = {"organisation": organisation, "index_name": "PAR"}
    return {
        row["year"]: (row["index_value"], f"{row['rank']}/{row['field_size']}")
        for row in rows(store.query, "index_values", **asked)
    }


def test_every_sample_is_loaded_and_nothing_in_it_is_an_error(store: Store) -> None:
    loaded = set(store.query("select file_name from batch")["file_name"])
    assert loaded == {path.name for path in SAMPLES.glob("*.xlsx")}
    assert store.query("select * from batch_problem where severity = 'error'").empty


def test_lam_dong_rose_by_3_27_and_eight_ranks(store: Store) -> None:
    found = index_of(store, "lam-dong")
    assert found == {2019: (80.66, "40/63"), 2020: (83.93, "32/63")}
    assert round(found[2020][0] - found[2019][0], 2) == 3.27


def test_nine_ministries_carry_a_rounding_note_and_none_an_error() -> None:
    reference, _ = intake.reference_of(settings())
    path = SAMPLES / "bo-par-2023.xlsx"
    (table,) = intake.read(path.name, path.read_bytes(), reference, settings())
    assert Counter(one.severity for one in table.problems) == {"note": 9}
    assert {one.code for one in table.problems} == {"parts-differ"}


def test_the_mean_of_the_ministries_is_the_published_one(store: Store) -> None:
    asked = {"organisation": "bo-tu-phap", "index_name": "PAR", "year": 2023}
    (place,) = rows(store.query, "league_place", **asked)
    assert (place["rank"], place["field_size"], place["complete"]) == (1, 17, True)
    assert round(place["mean"], 2) == 84.38


def test_a_field_of_which_some_are_known_has_no_mean(store: Store) -> None:
    asked = {"organisation": "hai-phong", "index_name": "PAR", "year": 2024}
    (place,) = rows(store.query, "league_place", **asked)
    assert (place["rank"], place["field_size"], place["complete"]) == (1, 63, False)


def test_the_published_mean_is_no_province(store: Store) -> None:
    told = store.query("select title from league where lower(title) like '%trung bình%'")
    assert told.empty


def test_hai_phong_has_two_values_of_2023_and_the_first_counts(store: Store) -> None:
    asked = {"organisation": "hai-phong", "index_name": "PAR", "level": "tỉnh", "year": 2023}
    found = rows(store.query, "published_values", **asked)
    assert [row["value"] for row in found] == [91.87, 91.81]
    assert len({row["source"] for row in found}) == 2
    assert index_of(store, "hai-phong")[2023] == (91.87, "2/63")


def test_quang_ninh_over_the_years_that_were_seen(store: Store) -> None:
    assert index_of(store, "quang-ninh") == {
        2012: (80.21, "19/63"),
        2018: (89.06, "1/63"),
        2019: (90.09, "1/63"),
        2021: (91.14, "2/63"),
        2022: (90.10, "1/63"),
        2023: (92.18, "1/63"),
    }


def test_a_rank_without_a_value_stays_without_one(store: Store) -> None:
    assert index_of(store, "cao-bang") == {2024: (None, "63/63")}


def test_tuyen_quang_ranks_its_own_departments_and_districts(store: Store) -> None:
    found = store.query(
        "select batch.level, league.title, league.rank, league.value"
        " from league join batch on batch.id = league.batch"
        " where batch.organisation = 'tuyen-quang' order by league.value desc"
    )
    assert found.to_dict("records") == [
        {"level": "sở", "title": "Sở Tư pháp", "rank": 1, "value": 94.49},
        {"level": "huyện", "title": "UBND thành phố Tuyên Quang", "rank": 1, "value": 82.96},
    ]


def test_the_nation_is_satisfied_a_little_more_each_year(store: Store) -> None:
    found = rows(store.query, "satisfaction_overall", organisation="ca-nuoc")
    known = {row["year"]: row["percent"] for row in found}
    assert known == {2022: 80.08, 2023: 82.66, 2024: 83.94}
    assert round(known[2023] - known[2022], 2) == 2.58  # announced as "2,58 %"
    assert round(known[2024] - known[2023], 2) == 1.28


def test_ha_noi_has_both_parts_of_sipas(store: Store) -> None:
    found = rows(store.query, "satisfaction", organisation="ha-noi", year=2024)
    assert [(row["code"], row["percent"]) for row in found] == [
        ("0", 86.50),
        ("6", 86.51),
        ("7", 86.49),
    ]
