"""In which order are formulas computed, over which cells, and when are they left?"""

from scoring.ingest.arithmetic.formulas import with_computed
from scoring.ingest.corrections import Correction, with_corrections
from scoring.ingest.opening.workbook import Cell, Sheet
from tests.ingest.formula_sheets import sheet_of, with_formulas


def test_formulas_wait_for_those_they_need() -> None:
    (sheet,) = with_computed([sheet_of("{B1+C1} | {C1*2} | {D1-1} | =5")])
    assert sheet.rows[0] == [(5 - 1) * 2 + (5 - 1), (5 - 1) * 2, 5 - 1, 5]
    assert sheet.computed == {(0, 0), (0, 1), (0, 2)}
    assert not sheet.formulas


def test_a_circle_is_not_computed_and_spares_the_rest() -> None:
    (sheet,) = with_computed([sheet_of("{B1+1} | {A1+1} | {C1} | {E1*2} | =5 | {SUM(A1:C1)}")])
    assert sheet.rows[0] == ["", "", "", 5 * 2, 5, ""]
    assert set(sheet.formulas) == {(0, 0), (0, 1), (0, 2), (0, 5)}


def test_cells_of_other_sheets() -> None:
    sheets = with_computed(
        [
            sheet_of("{'Số liệu'!A1+Nguon!B1} | {'số liệu'!A2}"),
            sheet_of("=1.5\n{A1*2}", "Số liệu"),
            sheet_of("| {SUM('Số liệu'!A1:A2)}", "Nguon"),
        ]
    )
    assert sheets[0].rows[0] == [1.5 + (1.5 + 1.5 * 2), 1.5 * 2]


def test_a_subtotal_leaves_out_the_subtotals_below_it() -> None:
    (sheet,) = with_computed(
        [sheet_of("{SUBTOTAL(9,A2:A5)}\n{SUBTOTAL(9,A3:A4)}\n=1\n=2\n=4\n{SUM(A2:A5)}")]
    )
    assert [row[0] for row in sheet.rows] == [1 + 2 + 4, 1 + 2, 1, 2, 4, 1 + 2 + 1 + 2 + 4]


def test_formulas_stand_beyond_the_cells_with_values() -> None:
    (sheet,) = with_computed([Sheet("a", [[1.0, 2.0]], formulas={(3, 2): "=SUM(A1:B1)"})])
    assert sheet.rows[3] == ["", "", 1 + 2]


def test_a_corrected_cell_counts_as_the_number_it_says() -> None:
    sheet = sheet_of("=9 | 0,5 | {SUM(A1:B1)} | {A1*2}")
    mended = (Correction("Trang 1", 1, "A", "9", "1,5"), Correction("Trang 1", 1, "D", "", "7"))
    (read,) = with_computed(with_corrections([sheet], mended), mended)
    assert read.rows[0] == ["1,5", "0,5", 1.5, "7"]
    assert not read.formulas


def test_a_file_without_such_formulas_is_left_as_it_is() -> None:
    sheet = Sheet("a", [["=1+1", "=HYPERLINK(0)"]])
    assert with_computed([sheet])[0] is sheet


def test_a_long_chain_is_followed_to_its_end() -> None:
    rows = [[1.0]] + [[f"{{A{row}+1}}"] for row in range(1, 10_000)]
    backwards = [[f"{{A{row + 2}+1}}"] for row in range(9_999)] + [[1.0]]
    for chain, last in ((rows, 9_999), (backwards, 0)):
        (sheet,) = with_computed([with_formulas(chain)])
        assert sheet.rows[last] == [10_000]


def test_a_sum_of_a_whole_sheet_reads_the_cells_there_are() -> None:
    rows: list[list[Cell]] = [["", 1.0], ["{SUM(B1:XFD1048576)}", 2.0]]
    (sheet,) = with_computed([with_formulas(rows)])
    assert sheet.rows[1][0] == 1 + 2


def test_too_many_cells_to_look_at_are_not_looked_at() -> None:
    rows: list[list[Cell]] = [[1.0, "{SUM(A$1:A$5000)}"] for _ in range(5_000)]
    (sheet,) = with_computed([with_formulas(rows)])
    assert sheet.formulas
    assert {row[1] for row in sheet.rows} == {5_000.0, ""}  # never a part of the sum


def test_formulas_too_far_away_keep_all_from_being_computed() -> None:
    far = Sheet("a", [[1.0, ""]], formulas={(0, 1): "=A1+1", (1_048_575, 9): "=1"})
    assert with_computed([far])[0].formulas == far.formulas
