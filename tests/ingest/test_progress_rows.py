"""What does a unit tell in its file, and where is what cannot be believed?"""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from scoring.ingest.problems import sentence
from scoring.ingest.reference import Reference, load_reference
from scoring.store import Store, open_store
from tests.intake.progress_desk import (
    HEADER,
    codes,
    edited,
    fill,
    filled,
    handed_out,
    one,
    planned,
    read,
    told,
)

DOING: dict[str, Any] = {"state": "đang làm", "percent": 40}


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(Path(__file__).parents[2] / "data" / "reference")[0]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    planned(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def file(store: Store) -> bytes:
    return handed_out(store)


def test_what_is_filled_in_is_read_and_blank_rows_tell_nothing(
    file: bytes, reference: Reference
) -> None:
    table = one(
        filled(file, t1=DOING, t4={"state": "HOÀN THÀNH", "percent": "100%", "evidence": "BC 12"}),
        reference,
    )
    assert told(table) == {
        "1": ("doing", 40.0, None, None),
        "4": ("done", 100.0, "BC 12", None),
    }
    assert (table.kind, table.year, table.loadable) == ("progress", 2026, True)
    assert table.organisation is not None and table.organisation.id == "lam-dong"
    assert set(table.frame["unit"]) == {"Sở Nội vụ"}
    assert codes(table.problems) == [("4", "progress-unchanged")]
    assert table.problems[0].found == "2 dòng để trống"


def test_a_file_as_it_was_handed_out_tells_nothing(file: bytes, reference: Reference) -> None:
    table = one(file, reference)
    assert codes(table.problems) == [("4", "no-rows")]
    assert not table.loadable


@pytest.mark.parametrize(
    ("cells", "place", "code", "words"),
    [
        ({"state": "đang lam"}, "J5", "progress-state-unknown", "“đang làm”"),
        ({"state": "đã xong"}, "J5", "progress-state-unknown", "“hoàn thành”"),
        ({"state": "Quá hạn"}, "J5", "progress-state-unknown", "tính từ thời hạn"),
        ({"percent": 40}, "J5", "progress-state-missing", "chưa bắt đầu"),
        ({"remark": "chờ kinh phí"}, "J5", "progress-state-missing", "trạng thái"),
        (DOING | {"percent": 140}, "L5", "progress-percent", "140"),
        (DOING | {"percent": -1}, "L5", "progress-percent", "-1"),
        (DOING | {"percent": "gần xong"}, "L5", "progress-percent", "gần xong"),
        (DOING | {"percent": "không có"}, "L5", "progress-percent", "không có"),
        (DOING | {"percent": 0.4}, "L5", "progress-percent", "0,4"),
        (DOING | {"percent": "=30+10"}, "L5", "progress-percent", "=30+10"),
        (DOING | {"percent": 1}, "L5", "progress-percent-doubtful", "100 %"),
        ({"state": "hoàn thành", "percent": 90}, "L5", "progress-percent-state", "90 %"),
        ({"state": "chưa bắt đầu", "percent": 5}, "L5", "progress-percent-state", "5 %"),
        ({"state": "đang làm", "percent": 100}, "L5", "progress-percent-state", "100 %"),
    ],
)
def test_a_cell_that_cannot_be_believed_is_told_with_its_place(
    file: bytes, reference: Reference, cells: dict[str, Any], place: str, code: str, words: str
) -> None:
    table = one(filled(file, t1=cells), reference)
    found = [problem for problem in table.problems if problem.code == code]
    assert [spot for spot, name in codes(found)] == [place]
    assert words in sentence(found[0])
    blocks = code not in ("progress-percent-doubtful", "progress-percent-state")
    assert table.loadable is not blocks


@pytest.mark.parametrize("percent", [0, 100, 37.5, "37,5", "40 %", "0", 12])
def test_a_percentage_is_a_number_or_a_plain_text(
    file: bytes, reference: Reference, percent: object
) -> None:
    table = one(filled(file, t1={"state": "không áp dụng", "percent": percent}), reference)
    assert table.loadable
    wanted = float(str(percent).replace(",", ".").removesuffix(" %"))
    assert told(table)["1"][1] == wanted


@pytest.mark.parametrize("text", ["=HYPERLINK(x)", "+84 263 3822", "-đã gửi", "@so-noi-vu", "=1+1"])
def test_a_free_text_that_begins_like_a_formula_stays_a_text(
    file: bytes, reference: Reference, text: str
) -> None:
    content = filled(file, t1={**DOING, "evidence": text, "remark": "hai\ndòng"})
    assert told(one(content, reference))["1"] == ("doing", 40.0, text, "hai\ndòng")


def changed(change: Callable[[Worksheet], object]) -> Callable[[Worksheet], None]:
    """Task 1 told of, then something done to the sheet."""

    def both(sheet: Worksheet) -> None:
        fill(sheet, "1", **DOING)
        change(sheet)

    return both


def copy_row(sheet: Worksheet) -> None:
    for column in range(1, 16):
        sheet.cell(9, column).value = sheet.cell(5, column).value


def put_in_a_row(sheet: Worksheet) -> None:
    sheet.insert_rows(7)
    sheet["D7"], sheet["J7"] = "Việc mới", "đang làm"


def swap(columns: str) -> Callable[[Worksheet], None]:
    def swapped(sheet: Worksheet) -> None:
        for letter in columns:
            one, other = sheet[f"{letter}5"], sheet[f"{letter}6"]
            one.value, other.value = other.value, one.value

    return swapped


def wipe(sheet: Worksheet) -> None:
    sheet["K6"], sheet["O6"] = None, None


def write(address: str, value: object) -> Callable[[Worksheet], None]:
    return lambda sheet: sheet.__setitem__(address, value)


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (copy_row, "D9", "progress-key-twice"),
        (put_in_a_row, "J7", "progress-key-missing"),
        (write("J9", "đang làm"), "J9", "progress-key-missing"),
        (write("M12", "GIÁM ĐỐC"), "M12", "progress-below"),
        (swap("ACDEFGHI"), "D5", "progress-rows-mixed"),  # without the key beside them
        (swap("ABCDEFGHI"), "D5", "progress-rows-mixed"),  # with it, without what is told
        (swap("JKLMN"), "D5", "progress-rows-mixed"),  # only what is told
        (swap("MNO"), "D5", "progress-rows-mixed"),
        (swap("ABCDEFGHIJKL"), "D5", "progress-rows-mixed"),
        (swap("B"), "D5", "progress-rows-mixed"),
        (write("D6", "Việc khác hẳn"), "D6", "progress-rows-mixed"),
        (write("B5", "nv:hỏng"), "D5", "progress-key-damaged"),
        (write("K5", None), "D5", "progress-key-damaged"),
        (write("B5", None), "D5", "progress-key-damaged"),
        (write("L4", "Tỷ lệ"), "4", "column-missing"),
        (write("I4", "% hoàn thành"), "4", "column-missing"),
        (write("K4", None), "4", "column-missing"),
        (write("O4", None), "4", "column-missing"),
        (write("B4", None), "5", "progress-mark-missing"),
        (write("B4", "#tien-do "), "5", "progress-mark-missing"),
        (write("B4", '#tien-do 1 0 ["lam-dong"]'), "B4", "progress-mark-missing"),
        (lambda sheet: sheet.delete_cols(2), "5", "progress-mark-missing"),
        (lambda sheet: sheet.delete_rows(HEADER), "4", "progress-mark-missing"),
    ],
)
def test_what_would_lose_a_task_is_refused_with_its_place(
    file: bytes,
    reference: Reference,
    change: Callable[[Worksheet], None],
    place: str,
    code: str,
) -> None:
    table = one(edited(file, changed(change)), reference)
    assert (place, code) in codes(table.problems)
    assert table.loadable is (code == "progress-below")


def test_blank_rows_whose_keys_were_wiped_too_tell_nothing(
    file: bytes, reference: Reference
) -> None:
    table = one(edited(file, changed(wipe)), reference)
    assert table.loadable and set(told(table)) == {"1"}


def test_the_sheets_of_two_units_put_together_are_two_tables(
    store: Store, file: bytes, reference: Reference
) -> None:
    other = openpyxl.load_workbook(io.BytesIO(filled(handed_out(store, "Sở Tài chính"), t3=DOING)))

    def under(sheet: Worksheet) -> None:
        fill(sheet, "1", **DOING)
        for row in other.worksheets[0].iter_rows(min_row=HEADER, values_only=True):
            sheet.append(row)

    first, second = read(edited(file, under), reference)
    assert (set(told(first)), set(told(second))) == ({"1"}, {"3"})
    assert set(second.frame["unit"]) == {"Sở Tài chính"}
