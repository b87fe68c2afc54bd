"""Formulas that a file keeps without their value: told with their text, whatever wrote them."""

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet, open_sheets, position_of
from tests.ingest.conftest import workbook
from tests.ingest.test_files import changed

PART = "xl/worksheets/sheet1.xml"


def sheet_of(content: bytes) -> Sheet:
    (sheet,), problems = open_sheets("bang.xlsx", content, Limits())
    assert problems == ()
    return sheet


def written(cells: str) -> bytes:
    """A workbook whose first row has these cells, in XML."""
    content = workbook({"Bảng": [["thay"]]})
    old = b'<c r="A1" t="inlineStr"><is><t>thay</t></is></c>'
    shared = b'<c r="A1" t="s"><v>0</v></c>'
    for one in (old, shared):
        content = changed(content, PART, one, cells.encode())
    return content


def formulas(cells: str) -> dict[tuple[int, int], str]:
    return dict(sheet_of(written(cells)).formulas)


def test_a_formula_written_without_value_is_told() -> None:
    sheet = sheet_of(workbook({"Bảng": [["STT", "Điểm"], ["1", 5], ["2", "=B2*2"]]}))
    assert sheet.formulas == {position_of("B3"): "=B2*2"}
    assert sheet.rows[2][1] == ""


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B1"><f>A1*2</f></c>',
        '<c r="B1" s="0"><f>A1*2</f><v></v></c>',
        '<c r="B1"><f>A1*2</f><v/></c>',
        '<c r="B1" t="n"><f ca="1">A1*2</f><v />\n</c>',
        "<c r='B1'><f>A1*2</f></c>",
        '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="B1">'
        "<x:f>A1*2</x:f></x:c>",
    ],
)
def test_every_way_to_leave_a_value_out(cell: str) -> None:
    assert formulas(f'<c r="A1"><v>2</v></c>{cell}') == {(0, 1): "=A1*2"}


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B1"><f>A1*2</f><v>4</v></c>',
        '<c r="B1" t="str"><f>IF(A1=2,"","x")</f><v></v></c>',
        '<c r="B1" t="str"><f>IF(A1=2,"","x")</f><v/></c>',
        '<c r="B1" t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
        '<c r="B1" t="inlineStr"><is><t>chữ</t></is></c>',
        '<c r="B1" s="0"/>',
        '<c r="B1"><f></f></c>',
    ],
)
def test_a_cell_with_a_value_or_without_a_formula_is_none(cell: str) -> None:
    assert formulas(f'<c r="A1"><v>2</v></c>{cell}') == {}


def test_formulas_of_a_group_are_moved_to_their_cell() -> None:
    assert formulas(
        '<c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:D1" si="0">A1*$A$1</f></c>'
        '<c r="C1"><f t="shared" si="0"/></c><c r="D1"><f t="shared" si="0"/><v>16</v></c>'
    ) == {(0, 1): "=A1*$A$1", (0, 2): "=B1*$A$1"}


def test_a_group_without_its_formula_is_told_as_unknown() -> None:
    assert formulas('<c r="A1"><f t="shared" si="7"/></c>') == {(0, 0): "="}


def test_a_formula_beyond_all_values_has_a_place_in_the_rows() -> None:
    sheet = sheet_of(written('<c r="A1"><v>2</v></c><c r="F1"><f>A1*2</f></c>'))
    assert sheet.rows == [[2, "", "", "", "", ""]]


def test_an_error_after_a_long_beginning_is_not_a_blank_cell() -> None:
    rows = [[f"Dòng {number}", number] for number in range(20_000)]
    content = workbook({"Bảng": rows})
    number = b'<c r="B19999" t="n"><v>19998</v></c>'
    error = b'<c r="B19999" t="e"><v>#REF!</v></c>'
    assert sheet_of(changed(content, PART, number, error)).rows[19_998][1] == "#REF!"


def test_ordinary_sheets_need_no_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook({"Bảng": [["STT", "Điểm"], ["1", 5]]})
    monkeypatch.setitem(__import__("sys").modules, "openpyxl.formula.translate", None)
    assert sheet_of(content).formulas == {}
