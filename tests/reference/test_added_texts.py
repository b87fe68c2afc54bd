"""Does every text of a new criteria set read back as it was, and none as a formula?"""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.ingest.reference import Criterion, Level, add_criteria_set, load_reference
from scoring.text.words import nfc
from tests.reference.new_sets import NO_SCALE, SCALE, new_set

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
