"""Is a new criteria set written wholly or not at all, and does it read back as it was given?"""

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.ingest.problems import Problem
from scoring.ingest.reference import (
    CriteriaSet,
    Criterion,
    Level,
    add_criteria_set,
    load_reference,
)
from scoring.store import open_store
from scoring.text.words import nfc

MOMENT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
SCALE = ["code", "position", "title", "points"]
NO_SCALE = pd.DataFrame(columns=SCALE)
CRITERIA = (
    Criterion("1", "Chỉ đạo, điều hành", None, 60.0, "control"),
    Criterion("1.1", "Kế hoạch CCHC", None, 60.0, None),
    Criterion("2", "Điều tra xã hội học", "XHH", 40.0, "survey"),
)
LEVELS = pd.DataFrame(
    [
        ("1.1", 1, "Ban hành trong quý IV năm trước", 60.0),
        ("1.1", 2, "Ban hành trong quý I", 30.5),
        ("1.1", 3, "Không ban hành", None),
    ],
    columns=SCALE,
)


def new_set(criteria: Sequence[Criterion] = CRITERIA, **changed: Any) -> CriteriaSet:
    one = CriteriaSet(
        id="par-tinh-2026",
        index_name="PAR",
        level="tỉnh",
        from_year=2026,
        to_year=2030,
        total=100.0,
        decision="Quyết định số 1/QĐ-BNV ngày 02/01/2026",
        title="Bộ tiêu chí mới",
        source="Công báo",
        criteria=MappingProxyType({one.code: one for one in criteria}),
    )
    return replace(one, **changed)


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


TITLES = [
    "=SUM(A1:A2)",
    '=HYPERLINK("http://x")',
    "- Ban hành kế hoạch",
    "+84",
    "@lệnh",
    "'=1",
    "''=1",
    "'trong ngoặc'",
    'Có "dấu nháy", phẩy; chấm phẩy',
    "Hai\ndòng",
    "Tab\tgiữa",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_reads_back_and_is_no_formula(folder: Path, title: str) -> None:
    criteria = (Criterion("1", title, title, 100.0),)
    levels = pd.DataFrame([("1", 1, title, 0.25)], columns=SCALE)
    assert add_criteria_set(folder, new_set(criteria, title=title), levels) == ()
    reference, _ = load_reference(folder)
    added = reference.criteria_set("PAR", "tỉnh", 2026)
    assert added and added.title == added.criteria["1"].title == nfc(title)
    assert reference.scale("par-tinh-2026", "1") == (Level(nfc(title), 0.25),)
    for name in ("criteria_sets.csv", "criteria/par-tinh-2026.csv", "scales/par-tinh-2026.csv"):
        cells = (folder / name).read_text("utf-8").splitlines()[-1].replace('"', "").split(",")
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)
@given(titles=st.lists(st.text(min_size=1), min_size=1, max_size=5), points=st.floats(0, 99))
def test_whatever_is_written_reads_back_or_is_refused(
    folder: Path, titles: list[str], points: float
) -> None:
    criteria = tuple(
        Criterion(str(at), title, None, round(points, 4)) for at, title in enumerate(titles, 1)
    )
    found = add_criteria_set(folder, new_set(criteria), NO_SCALE, replace=True)
    if not any(one.severity == "error" for one in found):
        added = load_reference(folder)[0].criteria_set("PAR", "tỉnh", 2026)
        assert added
        assert [one.title for one in added.criteria.values()] == [nfc(title) for title in titles]
        assert {one.max_points for one in added.criteria.values()} == {round(points, 4)}


def _add_many(folder: Path, writer: int) -> None:
    for number in range(3):
        year = 2100 + 10 * writer + number
        one = new_set(id=f"bo-{writer}-{number}", from_year=year, to_year=year)
        assert add_criteria_set(folder, one, LEVELS) == ()


def test_writers_and_readers_at_once(folder: Path) -> None:
    """Three writers of three sets each; whoever reads meanwhile never sees a part of one."""
    processes = [
        multiprocessing.get_context("fork").Process(target=_add_many, args=(folder, writer))
        for writer in range(3)
    ]
    for process in processes:
        process.start()
    seen = []
    while any(process.is_alive() for process in processes):
        reference, problems = load_reference(folder)
        assert problems == ()
        new = [one for one in reference.criteria_sets if one.id.startswith("bo-")]
        assert all(len(one.criteria) == 3 and len(one.scale["1.1"]) == 3 for one in new)
        seen.append(len(new))
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert seen == sorted(seen)
    assert len(load_reference(folder)[0].criteria_sets) == 5 + 3 * 3


def test_a_killed_writer_leaves_the_set_wholly_there_or_not_at_all(folder: Path) -> None:
    chance = random.Random(20260301)
    for turn in range(40):
        child = os.fork()
        if child == 0:
            add_criteria_set(folder, new_set(title=f"Lần {turn}"), LEVELS, replace=True)
            os._exit(0)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        reference, problems = load_reference(folder)
        new = [one for one in reference.criteria_sets if one.id == "par-tinh-2026"]
        assert problems == () and len(new) <= 1
        assert all(len(one.criteria) == 3 and len(one.scale["1.1"]) == 3 for one in new)
    assert add_criteria_set(folder, new_set(title="Cuối"), LEVELS, replace=True) == ()
    assert load_reference(folder)[0].criteria_set("PAR", "tỉnh", 2026).title == "Cuối"  # type: ignore[union-attr]
    assert not list(folder.glob("pending*"))
