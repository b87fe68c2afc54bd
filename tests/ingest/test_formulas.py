"""What does a formula come to that was stored without its value?"""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.ingest.arithmetic.formulas import formula_problems, with_computed
from scoring.ingest.corrections import Correction, with_corrections
from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.reference import Reference
from tests.ingest.conftest import rows_of


def sheet_of(text: str, name: str = "Trang 1") -> Sheet:
    """A text table whose cells '{…}' are formulas without a stored value."""
    rows: list[list[Cell]] = [
        ["" if cell is None else cell for cell in row] for row in rows_of(text)
    ]
    return with_formulas(rows, name)


def with_formulas(rows: Sequence[Sequence[Cell]], name: str = "Trang 1") -> Sheet:
    formulas = {
        (at, column): f"={cell[1:-1]}"
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if type(cell) is str and cell.startswith("{")
    }
    blank = [
        ["" if (at, c) in formulas else v for c, v in enumerate(row)] for at, row in enumerate(rows)
    ]
    return Sheet(name, blank, formulas=formulas)


def computed(formula: str, *cells: Cell) -> Any:
    """The value of one formula in B1 beside the cells A1, A2, …; None where it has none."""
    rows = [[cell, ""] for cell in cells] or [["", ""]]
    (sheet,) = with_computed([Sheet("Trang 1", rows, formulas={(0, 1): formula})])
    return sheet.rows[0][1] if sheet.computed else None


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=1+2*3", 7),
        ("=(1+2)*3", 9),
        ("=-2^2", 4),  # a spreadsheet's minus binds more tightly than its power
        ("=0-2^2", -4),
        ("=2^3^2", 64),
        ("=2^-1", 0.5),
        ("=10/4", 2.5),
        ("=50%", 0.5),
        ("=-50%", -0.5),
        ("=200*5%", 10),
        ("=84%", 0.84),
        ("=1.5E-3", 0.0015),
        ("=--3", 3),
        ("= 1 + 1 ", 2),
        ("1+1", 2),
        ("=ROUND(2.675,2)", 2.68),
        ("=ROUND(-2.5,0)", -3),
        ("=ROUND(1234.5,-2)", 1200),
        ("=ROUNDUP(1.001,2)", 1.01),
        ("=ROUNDDOWN(-1.019,2)", -1.01),
        ("=ROUND(123456789.5,20)", 123456789.5),
        ("=ABS(-3)", 3),
        ("=IF(1>2,1,2)", 2),
        ('=IF("a"="A",1,2)', 1),
        ("=IF(0.1+0.2=0.3,1,2)", 1),
        ("=IF(AND(1<2,NOT(2<1)),5,6)", 5),
        ("=IFERROR(1/0,7)", 7),
        ("=IF(1=1,1,1/0)", 1),
        ("=SUM(1,2,3)", 6),
        ("=(1>0)*5", 5),
        ('="a"&1', "a1"),
        ("=_xlfn.RANK.EQ(A1,A1:A3)", None),
    ],
)
def test_formulas_without_cells(formula: str, expected: object) -> None:
    assert computed(formula) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=A1-A2", 8.5 - 7.47),
        ("=$A$1-$A2", 8.5 - 7.47),
        ("=SUM(A1:A5)", 8.5 + 7.47 + 2),  # blanks and texts are skipped
        ("=SUM(A5:A1)", 8.5 + 7.47 + 2),
        ("=sum(a1:a2)", 8.5 + 7.47),
        ("=SUM(A:A)", 8.5 + 7.47 + 2),
        ("=AVERAGE(A1:A5)", (8.5 + 7.47 + 2) / 3),
        ("=COUNT(A1:A5)", 3),
        ("=COUNTA(A1:A5)", 4),
        ("=MAX(A1:A5)-MIN(A1:A5)", 8.5 - 2),
        ("=A3+1", 1),  # a blank is 0 in arithmetic
        ("=SUM(A3:A3)", 0),
        ("=RANK(A2,A1:A5)", 2),
        ("=RANK(A2,A1:A5,1)", 2),
        ("=SUBTOTAL(9,A1:A5)", 8.5 + 7.47 + 2),
        ("=SUBTOTAL(3,A1:A5)", 4),
        ('=IF(A3="","",A3*2)', ""),
        ("=A4", "chữ"),
        ("=A6+1", 12 + 1),  # digits only: the same number in every language
        ("=SUM(A6)", 0),
        ("=A7+1", None),  # 1,5 or 15, as the language of the computer has it
        ("=ROUND(A2/A1*100,2)", 87.88),
        ("='Trang 1'!A1*2", 17),
        # What arithmetic does not tell.
        ("=A3", None),  # blank or 0, as the spreadsheet may have it
        ("=A4+1", None),
        ("=A1:A5", None),
        ("=A1:A2+1", None),
        ("=A1 A2", None),
        ("=A1/A3", None),
        ("=0^0", None),
        ("=10^400", None),
        ("=(-8)^0.5", None),
        ("=RANK(99,A1:A5)", None),
        ("=SUBTOTAL(109,A1:A5)", None),
        ("=Khac!A1", None),
        ("=SUM(Khac!A1:A3)", None),
        ("=[1]Trang!A1", None),
        ("=Ten_dat+1", None),
        ("=SUM({1,2})", None),
        ("=VLOOKUP(A1,A1:A5,1,0)", None),
        ("=#REF!+1", None),
        ("=A1>1", None),
        ("=A1,A2", None),
        ("=SUM(A1", None),
        ("=)", None),
        ("=", None),
        ("=nan", None),
        ("=1_000", None),
        ('="a', None),
        ("=" + "(" * 4_000 + "1" + ")" * 4_000, 1),
        ("=" + "SUM(" * 1_000 + "1" + ")" * 1_000, 1),
        ("=" + "-" * 8_000 + "1", 1),
        ("=SUM()", None),
        ("=SUM(1,,2)", 1 + 2),
        ("=SUM(1;2)", None),
        ("=IF(1,,2)", None),
        ("=(1,2)", None),
        ("=SUM(1+,2)", None),
        ("=()", None),
        ("=(1", None),
        ("=1)", None),
        ("=1 2", None),
        ("=-", None),
        ("=*2", None),
        ("=2%%", 0.0002),
        ("=-A1^2", 8.5**2),
        ("=1+2<2+2", None),  # true is no number to stand in a cell
        ("=IF(1+2<2+2,3,4)*2", 6),
        ("=" + "+".join(["1"] * 5_000), None),  # longer than a spreadsheet allows
    ],
)
def test_formulas_over_cells(formula: str, expected: object) -> None:
    found = computed(formula, 8.5, 7.47, "", "chữ", 2.0, "12", "1,5")
    assert found == (pytest.approx(expected) if isinstance(expected, float) else expected)


def test_a_long_sum_of_cells_is_computed() -> None:
    assert computed("=" + "+".join(["A1"] * 2_000), 0.5) == 2_000 * 0.5


@pytest.mark.parametrize("formula", ["=A1+1", "=SUM(A1:A1)", "=MAX(A1)"])
def test_dates_and_errors_are_not_computed_with(formula: str) -> None:
    assert computed(formula, date(2022, 2, 15)) is None
    assert computed(formula, "#DIV/0!") is None


def test_an_error_is_what_iferror_waits_for() -> None:
    assert computed("=IFERROR(A1,0)", "#N/A") == 0
    assert computed("=IFERROR(A1+1,0)", "mười") is None  # perhaps no error at all
    assert computed("=A1", date(2022, 2, 15)) == date(2022, 2, 15)


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


# Hostile files are answered soon: what takes long is left without a value.


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


# The values agree with Python's own arithmetic.

CELLS = {"A1": 8.5, "A2": 7.47, "A3": -0.004, "A4": 0.0}
Tree = tuple[str, Any]


def _leaves() -> st.SearchStrategy[Tree]:
    numbers = st.decimals(0, 999, places=3).map(lambda n: (f"{n}", float(n)))
    cells = st.sampled_from(list(CELLS)).map(lambda name: (name, CELLS[name]))
    percents = st.integers(0, 200).map(lambda n: (f"{n}%", n / 100))
    return numbers | cells | percents


def _branches(below: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    signs = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
    joined = st.tuples(below, st.sampled_from(list(signs)), below).map(
        lambda t: (f"({t[0][0]} {t[1]} {t[2][0]})", signs[t[1]](t[0][1], t[2][1]))
    )
    negative = below.map(lambda t: (f"-{t[0]}", -t[1]))
    sums = st.lists(below, min_size=1, max_size=4).map(
        lambda ts: (f"SUM({','.join(t[0] for t in ts)})", math.fsum(t[1] for t in ts))
    )
    most = st.lists(below, min_size=1, max_size=4).map(
        lambda ts: (f"MAX({','.join(t[0] for t in ts)})", max(t[1] for t in ts))
    )
    choice = st.tuples(below, below, below).map(
        lambda t: (f"IF({t[0][0]}>=0,{t[1][0]},{t[2][0]})", t[1][1] if t[0][1] >= 0 else t[2][1])
    )
    return joined | negative | sums | most | choice


@given(st.recursive(_leaves(), _branches, max_leaves=20))
def test_a_formula_is_what_python_computes(tree: Tree) -> None:
    formula, expected = tree
    found = computed(f"={formula}+0", *CELLS.values())
    if found is None:
        assert not math.isfinite(expected)
    else:
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(st.text(alphabet="=+-*/^()%,;:{}[]\"'#!$ A1B2SUMIF.E", max_size=60))
def test_any_text_is_computed_or_left(text: str) -> None:
    found = computed(text, 1.0, "chữ", date(2022, 1, 1))
    assert found is None or isinstance(found, float | str | date)


# What is said of them.


def problems(sheet: Sheet, reference: Reference) -> list[tuple[str, str]]:
    (layout,) = layouts(sheet, Headers(reference.headers))
    return [(f"{one.column}{one.row}", one.code) for one in formula_problems(sheet, layout)]


def test_what_was_computed_is_one_note_a_table(reference: Reference) -> None:
    (sheet,) = with_computed(
        [
            sheet_of("""
            STT    | Tiêu chí | Điểm chuẩn | Điểm đạt | Điểm bị mất |
            1      | Một      | =8.5       | =7.47    | {C2-D2}     | {C2*2}
            {A2+1} | Hai      | =2         | =1       | {C3-D3}     | {C3*2}
            """)
        ]
    )
    assert sheet.rows[2][:5] == [2, "Hai", 2, 1, 1]
    assert problems(sheet, reference) == [("E2", "formula-computed")]


def test_formulas_in_no_column_that_is_read_are_not_spoken_of(reference: Reference) -> None:
    text = """
    STT | Tiêu chí | Điểm chuẩn | Điểm bị mất | Số phiếu
    1   | Một      | =8.5       | =1          | {C2*2}
    2   | Hai      | =8.5       | =1          | {VLOOKUP(C2)}
    """
    assert problems(with_computed([sheet_of(text)])[0], reference) == []


def test_a_number_that_is_not_computed_is_an_error_unless_the_others_tell_it(
    reference: Reference,
) -> None:
    (sheet,) = with_computed(
        [
            sheet_of("""
            STT | Tiêu chí    | Điểm chuẩn    | Điểm đạt | Điểm bị mất
            1   | Một         | =8.5          | =7.47    | {VLOOKUP(A1)}
            2   | {UPPER(A1)} | {VLOOKUP(A1)} | =1       | {VLOOKUP(A1)}
                |             | {VLOOKUP(A1)} |          |
                | Trung bình  | {STDEV(C2)}   |          |
                | Tổng cộng   | {STDEV(C2)}   |          |
            """)
        ]
    )
    assert problems(sheet, reference) == [
        ("C3", "formula-without-value"),
        ("E3", "formula-without-value"),
        ("C6", "formula-without-value"),  # the total may be what the points are out of
    ]


def test_percents_and_values_are_numbers_too(reference: Reference) -> None:
    (sheet,) = with_computed(
        [sheet_of("Yếu tố | Tỷ lệ (%)\nTiếp cận | {VLOOKUP(A1)}\nTổng | {VLOOKUP(A1)}")]
    )
    expected = [("B2", "formula-without-value"), ("B3", "formula-without-value")]
    assert problems(sheet, reference) == expected


def test_a_thousand_errors_are_told_by_the_first_ones(reference: Reference) -> None:
    rows: list[list[Cell]] = [["Yếu tố", "Tỷ lệ (%)"], *(["x", "{NO(1)}"] for _ in range(2_000))]
    (sheet,) = with_computed([with_formulas(rows)])
    told = problems(sheet, reference)
    assert (len(told), told[0]) == (500, ("B2", "formula-without-value"))
