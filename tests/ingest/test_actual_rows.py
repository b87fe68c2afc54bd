"""What does a file of results tell, and which rows are refused with place and cure?"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from scoring.ingest.reference import Organisation, Reference, load_reference
from scoring.store import Store, open_store
from tests.intake.actual_desk import (
    HEADER,
    aimed,
    codes,
    edited,
    filled,
    handed_out,
    one,
    read,
    told,
)

ONLINE, DAYS, PAPI, PCI = range(HEADER + 1, HEADER + 5)  # the rows of the four indicators
WIDTH = 13
Change = Callable[[Worksheet], object]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(Path(__file__).parents[2] / "data" / "reference")[0]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    aimed(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def file(store: Store) -> bytes:
    return handed_out(store)


def moved(sheet: Worksheet, order: list[int], *, letters: str = "ABCDEFGHIJKLM") -> None:
    """Put the rows of the table in another order; of some columns only."""
    rows = [[sheet[f"{letter}{row}"].value for letter in letters] for row in order]
    for row, values in enumerate(rows, HEADER + 1):
        for letter, value in zip(letters, values, strict=True):
            sheet[f"{letter}{row}"] = value


def test_results_of_every_measure_are_read_with_their_source(
    file: bytes, reference: Reference
) -> None:
    content = filled(file, online=("84,5%", "Báo cáo 99"), days="2,5", papi="43,2", pci=12)
    table = one(content, reference)
    assert (table.kind, table.index, table.year, table.loadable) == (
        *("actuals", "Kế hoạch", 2023, True),
    )
    assert table.organisation is not None and table.organisation.id == "lam-dong"
    assert told(table) == {
        ("Hồ sơ trực tuyến", 2023): (84.5, "Báo cáo 99"),
        ("Thời gian giải quyết", 2023): (2.5, None),
        ("Chỉ số PAPI (điểm)", 2023): (43.2, None),
        ("Xếp hạng PCI (hạng)", 2023): (12.0, None),
    }
    assert table.frame["row"].tolist() == [ONLINE, DAYS, PAPI, PCI]


def test_blank_rows_are_said_and_a_file_without_any_result_is_not_loadable(
    file: bytes, reference: Reference
) -> None:
    (said,) = one(filled(file, days="3"), reference).problems
    assert (said.code, said.found) == ("actual-unchanged", "3 dòng để trống")
    empty = one(file, reference)
    assert codes(empty.problems) == [("4", "no-rows")] and not empty.loadable


def test_several_years_stand_in_one_file_and_it_is_of_the_latest(
    store: Store, reference: Reference
) -> None:
    def both(sheet: Worksheet) -> None:
        sheet[f"J{ONLINE}"], sheet[f"J{ONLINE + 4}"] = "70", "80"

    table = one(edited(handed_out(store, 2022, 2023), both), reference)
    assert {year: value for (_, year), (value, _) in told(table).items()} == {2022: 70, 2023: 80}
    assert table.year == 2023


@pytest.mark.parametrize(
    ("told_of", "place", "code", "expected"),
    [
        ({"online": "khoảng 84"}, f"J{ONLINE}", "actual-value", "một số, như 85,5"),
        ({"online": "100,5"}, f"J{ONLINE}", "actual-value", "phần trăm từ 0 đến 100"),
        ({"online": -1}, f"J{ONLINE}", "actual-value", "phần trăm từ 0 đến 100"),
        ({"online": 0.84}, f"J{ONLINE}", "actual-percent-doubtful", "phần trăm"),
        ({"days": "1.234"}, f"J{DAYS}", "actual-value", "số viết không có dấu chấm hàng nghìn"),
        ({"pci": "0"}, f"J{PCI}", "actual-value", "thứ hạng là số nguyên từ 1"),
        ({"pci": "2,5"}, f"J{PCI}", "actual-value", "thứ hạng là số nguyên từ 1"),
        ({"days": (None, "BC 1")}, f"J{DAYS}", "actual-value-missing", "kết quả"),
    ],
)
def test_a_cell_that_says_no_result_is_refused_with_its_place(
    file: bytes,
    reference: Reference,
    told_of: dict[str, Any],
    place: str,
    code: str,
    expected: str,
) -> None:
    table = one(filled(file, **told_of), reference)
    found = table.problems[0]
    assert codes([found]) == [(place, code)] and found.severity == "error" and found.fix
    assert found.expected == expected and not table.loadable


def test_less_than_one_percent_typed_as_text_is_read(file: bytes, reference: Reference) -> None:
    assert [*told(one(filled(file, online="0,4"), reference)).values()] == [(0.4, None)]


def test_a_percentage_that_the_cell_shows_is_that(file: bytes, reference: Reference) -> None:
    def pasted(sheet: Worksheet) -> None:
        sheet[f"J{ONLINE}"] = 0.845
        sheet[f"J{ONLINE}"].number_format = "0.0%"

    assert [*told(one(edited(file, pasted), reference)).values()] == [(84.5, None)]


def copied(sheet: Worksheet, value: str) -> None:
    """The first row once more below the table, with another result."""
    for column in range(1, WIDTH + 1):
        sheet.cell(PCI + 1, column).value = sheet.cell(ONLINE, column).value
    sheet[f"J{ONLINE}"], sheet[f"J{PCI + 1}"] = "84", value


def test_one_indicator_twice_with_two_results_is_refused_with_both(
    file: bytes, reference: Reference
) -> None:
    table = one(edited(file, lambda sheet: copied(sheet, "85")), reference)
    (found,) = [found for found in table.problems if found.severity == "error"]
    assert codes([found]) == [(f"J{PCI + 1}", "actual-twice")]
    assert (found.expected, found.found) == (f"như dòng {ONLINE} của cùng chỉ tiêu: 84", "85")


def test_one_indicator_twice_with_one_result_counts_once(file: bytes, reference: Reference) -> None:
    table = one(edited(file, lambda sheet: copied(sheet, "84,0")), reference)
    assert [*told(table).values()] == [(84.0, None)] and table.loadable
    assert table.problems[0].found == "3 dòng để trống, 1 dòng lặp lại y hệt dòng khác"


def _sorted(sheet: Worksheet) -> None:
    moved(sheet, [PCI, DAYS, ONLINE, PAPI])


def _blank_row(sheet: Worksheet) -> None:
    sheet.insert_rows(DAYS)


def _columns_moved(sheet: Worksheet) -> None:
    for row in range(HEADER, PCI + 1):
        first, last = sheet[f"A{row}"].value, sheet[f"M{row}"].value
        sheet[f"A{row}"], sheet[f"M{row}"] = last, first


def _renamed(sheet: Worksheet) -> None:
    sheet.title = "Chỉ tiêu năm 2021"
    sheet["A1"] = "Biểu của phòng"


@pytest.mark.parametrize("change", [_sorted, _blank_row, _columns_moved, _renamed])
def test_what_must_not_matter_does_not(file: bytes, reference: Reference, change: Change) -> None:
    content = edited(filled(file, online="84,5", pci="12"), change)
    table = one(content, reference)
    assert table.loadable, table.problems
    assert told(table) == {
        ("Hồ sơ trực tuyến", 2023): (84.5, None),
        ("Xếp hạng PCI (hạng)", 2023): (12.0, None),
    }


def _values_sorted(sheet: Worksheet) -> None:
    moved(sheet, [PCI, DAYS, ONLINE, PAPI], letters="JKL")


def _texts_sorted(sheet: Worksheet) -> None:
    moved(sheet, [PCI, DAYS, PAPI, ONLINE], letters="ABCDEFGHI")


def _title_changed(sheet: Worksheet) -> None:
    sheet[f"C{ONLINE}"] = "Chỉ tiêu khác"


def _year_changed(sheet: Worksheet) -> None:
    sheet[f"D{ONLINE}"] = "2024"


def _key_cut(sheet: Worksheet) -> None:
    sheet[f"B{ONLINE}"] = str(sheet[f"B{ONLINE}"].value).replace("2023", "2024")


def _key_gone(sheet: Worksheet) -> None:
    sheet[f"K{ONLINE}"] = None


def _row_put_in(sheet: Worksheet) -> None:
    sheet.insert_rows(DAYS)
    sheet[f"C{DAYS}"], sheet[f"J{DAYS}"] = "Chỉ tiêu mới", "7"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_values_sorted, "actual-rows-mixed"),
        (_texts_sorted, "actual-rows-mixed"),
        (_title_changed, "actual-rows-mixed"),
        (_year_changed, "actual-rows-mixed"),
        (_key_cut, "actual-key-damaged"),
        (_key_gone, "actual-key-damaged"),
        (_row_put_in, "actual-key-missing"),
    ],
)
def test_rows_that_were_mixed_up_are_refused(
    file: bytes, reference: Reference, change: Change, code: str
) -> None:
    table = one(edited(filled(file, online="84,5", pci="12"), change), reference)
    errors = {found.code for found in table.problems if found.severity == "error"}
    assert code in errors and not table.loadable


def _mark_changed(sheet: Worksheet) -> None:
    sheet[f"B{HEADER}"] = str(sheet[f"B{HEADER}"].value).replace("lam-dong", "gia-lai")


def _keys_deleted(sheet: Worksheet) -> None:
    for letter in "MKB":
        sheet.delete_cols("ABCDEFGHIJKLM".index(letter) + 1)


def _header_deleted(sheet: Worksheet) -> None:
    sheet.delete_rows(HEADER)


@pytest.mark.parametrize("change", [_mark_changed, _keys_deleted, _header_deleted])
def test_a_file_that_lost_what_tells_it_is_refused_and_no_table_of_another_kind(
    file: bytes, reference: Reference, change: Change
) -> None:
    (table,) = read(edited(filled(file, online="84,5"), change), reference)
    assert table.kind is None
    assert [code for _, code in codes(table.problems)] == ["actual-mark-missing"]


def test_rows_of_another_organisation_are_refused(
    store: Store, file: bytes, reference: Reference
) -> None:
    other = Organisation("gia-lai", "Gia Lai", "tỉnh")
    aimed(store, {"title": "Hồ sơ trực tuyến"}, organisation="gia-lai", organisation_name="Gia Lai")
    theirs = filled(handed_out(store, of=other), online="77")
    row: list[Any] = []
    edited(theirs, lambda sheet: row.extend(cell.value for cell in sheet[ONLINE]))

    def pasted(sheet: Worksheet) -> None:
        for column, value in enumerate(row, 1):
            sheet.cell(ONLINE, column).value = value

    table = one(edited(file, pasted), reference)
    assert (f"C{ONLINE}", "actual-rows-mixed") in codes(table.problems)


def test_a_signature_below_the_table_is_no_result(file: bytes, reference: Reference) -> None:
    def signed(sheet: Worksheet) -> None:
        sheet[f"L{PCI + 3}"] = "Người lập biểu"

    table = one(edited(filled(file, online="84"), signed), reference)
    assert (f"L{PCI + 3}", "actual-below") in codes(table.problems) and table.loadable
