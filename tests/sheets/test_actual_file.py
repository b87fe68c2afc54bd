"""Is a file of results locked where it must be, safe to open, and read after LibreOffice?"""

import io
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pytest

from scoring.ingest.reference import Reference
from scoring.sheets.actual_file import file_name
from scoring.store import Actual, Store, open_store
from tests.intake.actual_desk import HEADER, MADE, aimed, fill, handed_out, one, told
from tests.sheets.conftest import saved


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    aimed(opened)
    yield opened
    opened.close()


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_only_two_columns_are_open_and_the_keys_are_hidden(store: Store) -> None:
    sheet = opened(handed_out(store))
    open_cells = {cell.column_letter for cell in sheet[HEADER + 1] if not cell.protection.locked}
    assert open_cells == set("JL")
    assert sheet.protection.sheet and not sheet.protection.autoFilter
    assert {name for name, one in sheet.column_dimensions.items() if one.hidden} == set("BKM")
    assert sheet.auto_filter.ref == f"A{HEADER}:M{HEADER + 4}"


def test_an_indicator_stands_once_a_year_with_its_targets_and_what_is_known(store: Store) -> None:
    aimed(store, {"title": "HỒ SƠ TRỰC TUYẾN", "sentence": "82%", "due_year": 2026}, plan="9/KH")
    said = Actual("lam-dong", "Hồ sơ trực tuyến", 2025, 84.5, "=BC 99")
    store.say([said], now=MADE)
    sheet = opened(handed_out(store, 2025))
    assert sheet.max_row == HEADER + 4
    row = next(row for row in range(5, 9) if "trực tuyến" in sheet[f"C{row}"].value.lower())
    shown = [str(sheet[f"{letter}{row}"].value).replace("\u00a0", " ") for letter in "DFGHJL"]
    assert shown == ["2025", "2025; 2026; 2030", "%", "80,00 %", "84,5", "=BC 99"]
    assert set(sheet[f"E{row}"].value.split("\n")) == {"tối thiểu 80%", "100%", "82%"}
    assert [sheet[f"{letter}{row}"].data_type for letter in "JL"] == ["s", "s"]


def test_the_file_is_named_after_its_organisation_and_year() -> None:
    assert file_name("lam-dong", 2023, MADE) == "ket-qua-chi-tieu-lam-dong-2023-20260320.xlsx"


@pytest.mark.parametrize("to", ["xlsx", "ods", "xls"])
def test_it_is_read_again_after_another_program_saved_it(
    store: Store, reference: Reference, office: Callable[[bytes, str, str], bytes], to: str
) -> None:
    store.say([Actual("lam-dong", "Thời gian giải quyết", 2023, 2.5, "-BC 1\nmục 2")], now=MADE)
    book = openpyxl.load_workbook(io.BytesIO(handed_out(store)))
    sheet = book.worksheets[0]
    fill(sheet, "Hồ sơ trực tuyến", "84,5%", "Báo cáo 99")
    fill(sheet, "Xếp hạng PCI", 12)
    sheet.title = "Đã điền"
    table = one(office(saved(book), "xlsx", to), reference, f"ket-qua.{to}")
    assert table.loadable, table.problems
    assert told(table) == {
        ("Hồ sơ trực tuyến", 2023): (84.5, "Báo cáo 99"),
        ("Xếp hạng PCI (hạng)", 2023): (12.0, None),
    }
    assert table.problems[0].found == "1 dòng để trống, 1 dòng như lúc tải tệp"
