"""Do the sheets of a page hold its numbers, and name every file that they came from?"""

from datetime import date

import pytest

from scoring.analysis.review.gathered import Review, review
from scoring.reports.page_screens.targets import targets
from scoring.reports.page_screens.tasks import tasks
from scoring.text.values import Measured
from tests.analysis.plans.material import load_plan, load_targets
from tests.reports.test_screen_sources import reached, sent, store

__all__ = ["store"]
YEAR = 2025
DAY = date(YEAR, 12, 31)
TITLE = "Tỷ lệ hồ sơ giải quyết đúng hạn"


@pytest.fixture
def found(store) -> Review:
    load_targets(store, {"title": TITLE}, {"title": "Khác"}, organisation="gia-lai", year=YEAR)
    reached(store, TITLE, 91.5)
    (task,) = load_plan(store, {"title": "Một"}, organisation="gia-lai", year=YEAR)
    sent(store, task, "tien-do.xlsx")
    return review(store.query, "gia-lai", YEAR, DAY)


def named(found: Review, *kinds: str) -> set[str]:
    return {row["batch"] for row in found.batches if row["kind"] in kinds}


def test_a_target_that_is_exceeded_misses_nothing(found: Review) -> None:
    made = targets(found.targets, found.targets, YEAR)[-1]
    assert made.table is not None
    titles = [column.title for column in made.table.columns]
    first, second = (dict(zip(titles, row, strict=True)) for row in made.table.rows)
    assert first["Kết quả"] == Measured(91.5, "91,50\u00a0%")
    assert first[f"Cần đạt năm {YEAR}"] == Measured(86.0, "86,00\u00a0%")
    assert first["Còn thiếu"] == Measured(0.0, "0")
    assert first["Năm đến hạn"] == Measured(2025.0, "2025")
    assert second["Kết quả"] is None and second["Còn thiếu"] is None


def test_what_was_sent_in_is_a_source_of_the_page(found: Review) -> None:
    of_targets = targets(found.targets, found.targets, YEAR)[-1]
    assert set(of_targets.sources) == named(found, "targets", "actuals")
    of_tasks = tasks(found.board.assign(plan_name="Kế hoạch"), DAY)
    assert of_tasks and all(
        set(one.sources) == named(found, "tasks", "progress") for one in of_tasks
    )
