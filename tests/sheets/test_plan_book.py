"""Is a plan that was written on the page read back as it was typed, and is it the same file?"""

from functools import cache
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from scoring import intake
from scoring.analysis.messages.tasks import PURPOSES
from scoring.analysis.plans import drafts
from scoring.ingest.table import Table
from scoring.settings import settings
from scoring.sheets.plan_book import PlanHead, in_order, sheet_row, target_book, task_book

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
REFERENCE, _ = intake.reference_of(settings())
PLANS = (
    ("gia-lai-ke-hoach-2023.xlsx", 44),
    ("ha-noi-ke-hoach-2022.xlsx", 15),
    ("hung-yen-papi-2021.xlsx", 23),
)
OTHER = "Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai"
HEAD = PlanHead("Sở Tư pháp tỉnh Tuyên Quang", "PAR", 2023, "12/KH-STP")


@cache
def sample(name: str) -> Table:
    (table,) = intake.read(name, (SAMPLES / name).read_bytes(), REFERENCE, settings())
    return table


def read(content: bytes) -> Table:
    (table,) = intake.read("ke-hoach.xlsx", content, REFERENCE, settings())
    return table


def tasks(*rows: dict[str, str]) -> list[dict[str, str]]:
    """Rows as they are printed, numbered where they have no number."""
    return [drafts.printed("tasks", row) for _, row in drafts.said(drafts.empty("tasks", rows))]


def head_of(table: Table) -> PlanHead:
    organisation = table.organisation.name if table.organisation else OTHER
    return PlanHead(organisation, table.index or "", table.year or 0, table.plan)


@pytest.mark.parametrize(("name", "count"), PLANS)
def test_a_plan_that_is_opened_and_saved_is_the_same_plan(name: str, count: int) -> None:
    before = sample(name)
    draft = drafts.of_tasks(before.frame, (), PURPOSES)
    rows = [drafts.printed("tasks", row) for _, row in drafts.said(draft)]
    order = in_order(rows)
    after = read(task_book(head_of(before), [rows[at] for at in order]))
    assert after.rows == count
    assert (after.kind, after.index, after.year, after.plan) == (
        *("tasks", before.index, before.year),
        before.plan,
    )
    assert after.organisation == before.organisation
    pd.testing.assert_frame_equal(
        after.frame.drop(columns="row").fillna(""),
        before.frame.iloc[order].drop(columns="row").fillna("").reset_index(drop=True),
    )


@pytest.mark.parametrize(
    ("name", "count"),
    [("ha-noi-chi-tieu-2022.xlsx", 19), ("so-vhttdl-chi-tieu-2025-2030.xlsx", 34)],
)
def test_targets_that_are_opened_and_saved_are_the_same_targets(name: str, count: int) -> None:
    before = sample(name)
    draft = drafts.of_targets(before.frame, before.year or 0)
    after = read(target_book(head_of(before), [row for _, row in drafts.said(draft)]))
    assert (after.kind, after.rows, after.year, after.plan) == (
        *("targets", count, before.year),
        before.plan,
    )
    columns = before.frame.columns.drop("row")
    pd.testing.assert_frame_equal(after.frame[columns], before.frame[columns])


def test_the_same_plan_is_the_same_file_and_another_is_not() -> None:
    rows = tasks({"task": "Rà soát", "lead": "Sở Tư pháp"})
    first = task_book(HEAD, rows)
    assert task_book(HEAD, rows) == first
    assert task_book(HEAD, tasks({"task": "Rà soát lại", "lead": "Sở Tư pháp"})) != first
    properties = load_workbook(BytesIO(first)).properties
    assert properties.created is not None and properties.created.year == 2000  # not of today


def test_rows_stand_where_their_places_say() -> None:
    rows = tasks({"task": "Một", "lead": "Sở Y tế"}, {"task": "Hai", "lead": "Sở Y tế"})
    table = read(task_book(HEAD, rows))
    assert table.frame["row"].tolist() == [sheet_row(0), sheet_row(1)]


def test_a_row_without_a_section_is_not_put_under_the_one_above() -> None:
    rows = tasks(
        {"task": "Trong nhóm", "section": "Cải cách thể chế", "lead": "Sở Y tế"},
        {"task": "Ngoài nhóm", "lead": "Sở Y tế"},
    )
    order = in_order(rows)
    found = read(task_book(HEAD, [rows[at] for at in order])).frame
    assert dict(zip(found["title"], found["section"], strict=True)) == {
        "Ngoài nhóm": "",
        "Trong nhóm": "Cải cách thể chế",
    }


def test_texts_are_texts_whatever_they_begin_with() -> None:
    rows = tasks({"task": "=1+1", "lead": "Sở Y tế", "product": "+84", "note": "@x"})
    (row,) = read(task_book(HEAD, rows)).frame.to_dict("records")
    assert (row["title"], row["product"], row["note"]) == ("=1+1", "+84", "@x")


def test_tasks_about_criteria_and_others_stand_in_one_table() -> None:
    rows = tasks(
        {"about": "Công khai TTHC", "task": "Niêm yết", "lead": "Sở Y tế", "purpose": "Khắc phục"},
        {"task": "Họp giao ban", "lead": "Sở Y tế", "purpose": "Chỉ đạo, điều hành"},
    )
    found = read(task_book(HEAD, rows)).frame
    assert found[["title", "solution"]].to_numpy().tolist() == [
        ["Công khai TTHC", "Niêm yết"],
        ["Họp giao ban", ""],
    ]
    assert found["purpose"].tolist() == ["mend", "steer"]
