"""Is a unit's file locked where it must be, safe to open, and read again after LibreOffice?"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import openpyxl
import pytest

from scoring.analysis.plans.board import board
from scoring.ingest.reference import Reference
from scoring.sheets.progress_tasks import units_with_tasks, without_file
from scoring.sheets.progress_zip import progress_zip
from scoring.store import Store, open_store
from scoring.store.plans import Progress
from tests.intake.progress_desk import (
    HEADER,
    MADE,
    PROVINCE,
    fill,
    filled,
    handed_out,
    one,
    planned,
    saved,
    told,
    units_of,
)

DOING: dict[str, Any] = {"state": "đang làm", "percent": 40, "evidence": "BC 12"}


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    yield opened
    opened.close()


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_only_four_columns_are_open_and_the_keys_are_hidden(store: Store) -> None:
    planned(store)
    sheet = opened(handed_out(store))
    open_cells = {cell.column_letter for cell in sheet[HEADER + 1] if not cell.protection.locked}
    assert open_cells == set("JLMN")
    assert sheet.protection.sheet and not sheet.protection.autoFilter
    assert {name for name, one in sheet.column_dimensions.items() if one.hidden} == set("BKO")
    assert sheet.auto_filter.ref == f"A{HEADER}:O{HEADER + 4}"
    (states,) = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert states.formula1 == '"chưa bắt đầu,đang làm,hoàn thành,không áp dụng"'
    assert str(states.sqref) == f"J{HEADER + 1}:J{HEADER + 4}"


def test_a_task_stands_with_its_plan_role_times_and_what_was_told(store: Store) -> None:
    tasks = planned(store)
    said = Progress(tasks[2], "doing", 37.5, "=BC 12", "-chờ")
    store.say([said], now=MADE)
    sheet = opened(handed_out(store))
    shown = [sheet.cell(HEADER + 1, column).value for column in (1, 3, 4, 6, 7, 8, 9)]
    assert shown == [
        *("1", "6006/KH-UBND", "Rà soát thủ tục", "Chủ trì", "Quý I/2021", "31/03/2021"),
        "quá hạn 234 ngày",  # 31/03 → 20/11/2021
    ]
    row = HEADER + 3
    assert sheet[f"F{row}"].value == "Phối hợp"
    assert [sheet[f"{letter}{row}"].value for letter in "JLMN"] == [
        *("đang làm", 37.5, "=BC 12", "-chờ")
    ]
    assert [sheet[f"{letter}{row}"].data_type for letter in "MN"] == ["s", "s"]


def test_the_archive_has_one_file_for_each_unit_with_a_name_of_its_own(
    store: Store, reference: Reference
) -> None:
    planned(
        store,
        {"code": "1", "title": "Việc a", "lead": "Sở Nội vụ", "coordinating": "SỞ NỘI VỤ"},
        {"code": "2", "title": "Việc b", "lead": "Các sở, ban, ngành*"},
    )
    found = board(store.query, PROVINCE.id, date(2021, 11, 20))
    units = units_with_tasks(units_of(store))
    archive = zipfile.ZipFile(io.BytesIO(progress_zip(found, units, PROVINCE, MADE)))
    assert archive.namelist() == [
        "tien-do-so-noi-vu-20260320.xlsx",
        "tien-do-so-noi-vu-20260320-2.xlsx",
    ]
    assert without_file(found, units) == 1
    content = archive.read("tien-do-so-noi-vu-20260320.xlsx")
    assert set(told(one(filled(content, t1=DOING), reference))) == {"1"}


@pytest.mark.parametrize("to", ["xlsx", "ods", "xls"])
def test_it_is_read_again_after_another_program_saved_it(
    store: Store, reference: Reference, office: Callable[[bytes, str, str], bytes], to: str
) -> None:
    tasks = planned(store)
    store.say([Progress(tasks[2], "doing", 37.5, "=BC 12", "-chờ\n2 tuần")], now=MADE)
    book = openpyxl.load_workbook(io.BytesIO(handed_out(store)))
    sheet = book.worksheets[0]
    fill(sheet, "4", state="hoàn thành", percent="100%", remark="@xong")
    fill(sheet, "1", **DOING)
    sheet.title = "Đã điền"
    content = office(saved(book), "xlsx", to)
    table = one(content, reference, f"tien-do.{to}")
    assert table.loadable, table.problems
    assert told(table) == {
        "1": ("doing", 40.0, "BC 12", None),
        "4": ("done", 100.0, None, "@xong"),
    }
    assert table.problems[0].found == "1 dòng để trống, 1 dòng như lúc tải tệp"
