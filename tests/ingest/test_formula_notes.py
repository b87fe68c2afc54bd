"""What is said of formulas that were computed, and of those that were not?"""

from scoring.ingest.arithmetic.formulas import formula_problems, with_computed
from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.reference import Reference
from tests.ingest.formula_sheets import sheet_of, with_formulas


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
