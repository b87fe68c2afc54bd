"""Is a new criteria set written wholly or not at all, and does it read back as it was given?"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from scoring.ingest.problems import Problem
from scoring.ingest.reference import (
    Criterion,
    Level,
    add_criteria_set,
    load_reference,
)
from scoring.store import open_store
from tests.reference.new_sets import CRITERIA, LEVELS, NO_SCALE, SCALE, new_set

MOMENT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(f"{one.sheet}!{one.column or ''}{one.row or ''}", one.code) for one in problems]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_set_is_added_with_its_scale(folder: Path) -> None:
    assert add_criteria_set(folder, new_set(), LEVELS) == ()
    reference, problems = load_reference(folder)
    added = reference.criteria_set("PAR", "tỉnh", 2028)
    assert problems == ()
    assert added and tuple(added.criteria.values()) == CRITERIA
    assert (added.id, added.to_year, added.total) == ("par-tinh-2026", 2030, 100)
    assert added.decision == "Quyết định số 1/QĐ-BNV ngày 02/01/2026"
    assert added.kind("1.1") == "control"
    assert reference.scale("par-tinh-2026", "1.1") == (
        Level("Ban hành trong quý IV năm trước", 60),
        Level("Ban hành trong quý I", 30.5),
        Level("Không ban hành", None),
    )
    assert reference.scale("par-tinh-2026", "2") == reference.scale("x", "1") == ()
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith("pend")) == []


def test_the_store_takes_the_new_set(folder: Path) -> None:
    store = open_store(":memory:")
    for _ in range(2):
        reference, _ = load_reference(folder)
        store.replace_reference(reference.frames(), reference.digest)
        add_criteria_set(folder, new_set(), LEVELS)
    counted = store.query(
        "select count(*) as n, sum(max_points) as points from criterion"
        " where criteria_set = 'par-tinh-2026'"
    )
    assert counted.iloc[0].to_dict() == {"n": 3, "points": 60 + 60 + 40}


def test_a_set_without_end_total_decision_and_scale(folder: Path) -> None:
    bare = new_set(to_year=None, total=None, decision=None, level="sở")
    assert add_criteria_set(folder, bare, NO_SCALE) == ()
    added = load_reference(folder)[0].criteria_set("PAR", "sở", 2050)
    assert added and (added.to_year, added.total, added.decision) == (None, None, None)
    assert not (folder / "scales").exists()


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"id": "par-tinh-2020"}, ("criteria_sets.csv!", "reference-duplicate")),
        ({"id": "../../etc"}, ("None!", "reference-not-written")),
        ({"id": "Bộ mới"}, ("None!", "reference-not-written")),
        ({"id": ""}, ("None!", "reference-not-written")),
        ({"id": "x" * 61}, ("None!", "reference-not-written")),
        # A set of one year, for a year that has one of one year.
        ({"from_year": 2022, "to_year": 2022}, ("criteria_sets.csv!D7", "reference-overlap")),
        # Without an end, as par-tinh is.
        ({"to_year": None}, ("criteria_sets.csv!D7", "reference-overlap")),
        ({"to_year": 2025}, ("criteria_sets.csv!E7", "reference-period")),
        ({"source": ""}, ("criteria_sets.csv!I7", "reference-value-missing")),
        ({"title": " "}, ("criteria_sets.csv!H7", "reference-value-missing")),
        (
            {"criteria": [Criterion("1.1", "X")]},
            ("criteria/par-tinh-2026.csv!A2", "reference-unknown"),
        ),
        (
            {"criteria": [Criterion("1", "X", kind="luck")]},
            ("criteria/par-tinh-2026.csv!E2", "reference-unknown"),
        ),
        (
            {"criteria": [Criterion("1", "")]},
            ("criteria/par-tinh-2026.csv!B2", "reference-value-missing"),
        ),
    ],
)
def test_what_would_not_load_is_refused_and_nothing_is_written(
    folder: Path, wrong: dict[str, Any], expected: tuple[str, str]
) -> None:
    before = bytes_of(folder)
    assert expected in told(add_criteria_set(folder, new_set(**wrong), NO_SCALE))
    assert bytes_of(folder) == before


def test_a_level_of_an_unknown_criterion_is_refused(folder: Path) -> None:
    before = bytes_of(folder)
    levels = pd.DataFrame([("7.7", 1, "Có", 1.0)], columns=SCALE)
    assert told(add_criteria_set(folder, new_set(), levels)) == [
        ("scales/par-tinh-2026.csv!A2", "reference-unknown")
    ]
    assert bytes_of(folder) == before


def test_a_warning_does_not_keep_a_set_out(folder: Path) -> None:
    criteria = (Criterion("1", "X", max_points=1.0), Criterion("1.1", "Y", max_points=2.0))
    found = add_criteria_set(folder, new_set(criteria), NO_SCALE)
    assert told(found) == [("criteria/par-tinh-2026.csv!D2", "reference-children-exceed")]
    assert load_reference(folder)[0].criteria_set("PAR", "tỉnh", 2026).id == "par-tinh-2026"  # type: ignore[union-attr]


def test_old_problems_are_not_those_of_the_new_set(folder: Path) -> None:
    kinds = folder / "kinds.csv"
    kinds.write_text(kinds.read_text("utf-8") + "luck,,\n", "utf-8")
    assert add_criteria_set(folder, new_set(), NO_SCALE) == ()


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b'id,"x'])
def test_a_broken_list_of_sets_is_told_and_left_alone(folder: Path, content: bytes) -> None:
    (folder / "criteria_sets.csv").write_bytes(content)
    before = bytes_of(folder)
    found = add_criteria_set(folder, new_set(), NO_SCALE)
    assert {one.sheet for one in found} == {"criteria_sets.csv"}
    assert bytes_of(folder) == before


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    found = add_criteria_set(folder / "nowhere", new_set(), NO_SCALE)
    assert [one.code for one in found] == ["reference-not-written"]


def test_a_replaced_set_is_kept_beside(folder: Path) -> None:
    old = bytes_of(folder)
    add_criteria_set(folder, new_set(), LEVELS)
    first = bytes_of(folder)
    newer = new_set((Criterion("1", "Một tiêu chí", max_points=100.0),), title="Bộ sửa đổi")
    assert add_criteria_set(folder, newer, NO_SCALE, replace=True, moment=MOMENT) == ()
    reference, problems = load_reference(folder)
    added = reference.criteria_set("PAR", "tỉnh", 2026)
    kept = folder / "replaced" / "par-tinh-2026-20260301T080000000000"
    assert problems == ()
    assert added and added.title == "Bộ sửa đổi" and list(added.criteria) == ["1"]
    assert reference.scale("par-tinh-2026", "1.1") == ()
    assert {name: (kept / name).read_bytes() for name in first if name not in old} == {
        name: content for name, content in first.items() if name not in old
    }
    assert (kept / "criteria_sets.csv").read_bytes() == first["criteria_sets.csv"]
    ids = [one.id for one in reference.criteria_sets]
    assert ids.count("par-tinh-2026") == 1 and ids[-1] == "par-tinh-2026"


def test_the_other_rows_stay_byte_for_byte_as_excel_wrote_them(folder: Path) -> None:
    path = folder / "criteria_sets.csv"
    rows = "id;index_name;level;from_year;to_year;total;decision;title;source;ghi chú\r\n"
    rows += '"a";PAPI;tỉnh;2020;;10;;"Một; hai";s;giữ nguyên'
    path.write_bytes(b"\xef\xbb\xbf" + rows.encode())
    assert add_criteria_set(folder, new_set(title="Ba; bốn"), NO_SCALE) == ()
    assert path.read_bytes().startswith(b"\xef\xbb\xbf" + rows.encode() + b"\n")
    assert [one.title for one in load_reference(folder)[0].criteria_sets] == ["Một; hai", "Ba; bốn"]
