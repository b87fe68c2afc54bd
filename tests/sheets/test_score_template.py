"""A score template, filled in: exactly the numbers that were typed, and not one problem."""

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import CriteriaSet, Criterion, Reference
from scoring.ingest.table import Table
from scoring.sheets.score_lines import Filled, points_of, score_lines
from scoring.sheets.template import score_template
from tests.sheets.conftest import opened, saved

FIRST = 5  # the first row of criteria, as the spreadsheet shows it
HEADER = (
    *("STT", "Tiêu chí", "Điểm chuẩn", "Điểm tự đánh giá", "Điểm thẩm định", "Điểm bị mất"),
    *("Giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Ghi chú"),
)


@pytest.fixture
def par_2020(reference: Reference) -> CriteriaSet:
    """The shipped set, of which only some criteria are known."""
    found = reference.criteria_set("PAR", "tỉnh", 2020)
    assert found is not None
    return found


def made_up(points: Mapping[str, float | None], total: float | None = None) -> CriteriaSet:
    """A set of its own: code → maximum."""
    criteria = {
        code: Criterion(code, f"Tiêu chí {code}", None, most) for code, most in points.items()
    }
    return CriteriaSet("x", "PAR", "tỉnh", 2023, 2023, total, None, "Bộ x", "", criteria)


def read(content: bytes, reference: Reference) -> Table:
    (table,) = read_tables("mau.xlsx", content, reference, Limits())
    return table


def typed(criteria_set: CriteriaSet, seed: int) -> dict[str, Filled]:
    """Points that an analyst could type, for the rows without rows below them."""
    dice = random.Random(seed)
    filled = {}
    for line in score_lines(criteria_set, {}):
        if line.code and not line.children:
            most = 5.0 if line.max_points is None else line.max_points
            mine, theirs = (round(dice.uniform(0, most), dice.choice((0, 1, 2, 3))) for _ in "ab")
            known = None if line.max_points is not None else most
            filled[line.code] = Filled(min(mine, most), min(theirs, most), known)
    return filled


@pytest.mark.parametrize("seed", range(5))
def test_a_filled_template_is_read_without_a_problem(
    seed: int, par_2020: CriteriaSet, reference: Reference
) -> None:
    filled = typed(par_2020, seed)
    table = read(
        score_template(par_2020, organisation="Lâm Đồng", year=2020, filled=filled), reference
    )
    assert table.problems == ()
    assert (table.index, table.organisation and table.organisation.id, table.year) == (
        *("PAR", "lam-dong", 2020),
    )
    rows = table.frame.set_index("code")
    for code, one in filled.items():
        assert rows.at[code, "points"] == one.points
        assert rows.at[code, "self_points"] == one.self_points
    assert list(rows.index) == list(par_2020.criteria)
    lost = sum(
        (par_2020.criteria[c].max_points or 5.0) - (f.points or 0) for c, f in filled.items()
    )
    assert table.totals.lost == pytest.approx(lost)
    assert table.totals.index_value == pytest.approx(100 - lost)


codes = st.integers(1, 4).flatmap(
    lambda count: st.tuples(*(st.integers(0, 12) for _ in range(count)))
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(codes, st.integers(0, 10_000))
def test_any_whole_set_is_read_back_as_it_was_filled(
    reference: Reference, below: tuple[int, ...], seed: int
) -> None:
    points: dict[str, float | None] = {}
    for domain, count in enumerate(below, 1):
        points[str(domain)] = round(0.25 * max(count, 1), 2)
        points |= {f"{domain}.{at}": 0.25 for at in range(1, count + 1)}
    whole = made_up(points, sum(points[str(at)] or 0 for at in range(1, len(below) + 1)))
    known = replace(reference, criteria_sets=(whole,))
    filled = typed(whole, seed)
    content = score_template(whole, organisation="Lâm Đồng", year=2023, filled=filled)
    (table,) = read_tables("mau.xlsx", content, known, Limits())
    assert table.problems == ()
    assert table.frame["code"].tolist() == list(points)  # 1.10 is 1.10
    read_points = dict(zip(table.frame["code"], table.frame["points"], strict=True))
    assert {code: read_points[code] for code in filled} == {
        code: one.points for code, one in filled.items()
    }


def test_a_parent_is_its_maximum_less_what_its_children_lost(reference: Reference) -> None:
    some = made_up({"1": 10.0, "1.1": 4.0, "1.2": 3.0})  # 3,00 points of 1 are not listed
    filled = {"1.1": Filled(3.5), "1.2": Filled(1.0)}
    lines = score_lines(some, filled)
    assert points_of(lines, 0, "points") == 10 - (4 - 3.5) - (3 - 1)
    sheet = opened(score_template(some, organisation="Lâm Đồng", year=2023))["Bảng điểm"]
    kids = "E6,E7,E8,E9,E10"  # 1.1, 1.2 and three rows for what is not listed
    mosts = kids.replace("E", "C")
    assert sheet["E5"].value == (
        f'=IF(OR(C5="",COUNT({kids})=0,COUNT({kids})<>COUNT({mosts})),"",'
        f"ROUND(C5-(SUM({mosts})-SUM({kids})),6))"
    )
    assert sheet["F6"].value == '=IF(OR(C6="",E6=""),"",ROUND(C6-E6,6))'


def test_a_parent_stays_blank_until_all_its_children_are_known(reference: Reference) -> None:
    some = made_up({"1": 7.0, "1.1": 4.0, "1.2": 3.0})
    content = score_template(some, organisation="Lâm Đồng", year=2023, filled={"1.1": Filled(3.5)})
    table = read(content, reference)
    points = dict(zip(table.frame["code"], table.frame["points"], strict=True))
    assert points["1.1"] == 3.5
    assert points["1.2"] != points["1.2"]  # missing, not 0
    assert "formula-without-value" not in {one.code for one in table.problems}
    assert "formula-computed" not in {one.code for one in table.problems}


def test_a_set_of_which_all_is_known_has_no_rows_to_write_in() -> None:
    whole = made_up({"1": 7.0, "1.1": 4.0, "1.2": 3.0, "2": 5.0})
    assert [line.code for line in score_lines(whole, {})] == ["1", "1.1", "1.2", "2"]


def test_a_domain_whose_criteria_are_not_all_known_has_three_rows_to_write_in() -> None:
    some = made_up({"1": 7.0, "1.1": 4.0, "1.1.1": 1.0, "2": 5.0})
    lines = [(line.code, line.above) for line in score_lines(some, {})]
    below_1_1, below_1 = [("", "1.1")] * 2, [("", "1")] * 3
    assert lines == [("1", ""), ("1.1", "1"), ("1.1.1", "1.1"), *below_1_1, *below_1, ("2", "")]


def test_criteria_written_into_spare_rows_are_read(
    reference: Reference, office: Callable[[bytes, str, str], bytes]
) -> None:
    some = made_up({"1": 7.0, "1.1": 4.0}, 7.0)
    known = replace(reference, criteria_sets=(some,))
    book = opened(score_template(some, organisation="Lâm Đồng", year=2023))
    sheet = book["Bảng điểm"]
    sheet["E6"] = 3.0
    sheet["A7"], sheet["B7"], sheet["C7"], sheet["E7"] = "1.2", "Kiểm tra", 3.0, 2.5
    table = read(office(saved(book), "xlsx", "xlsx"), known)
    assert table.problems == ()
    assert table.frame["code"].tolist() == ["1", "1.1", "1.2"]
    assert table.frame["points"].tolist() == [7 - (4 - 3) - (3 - 2.5), 3.0, 2.5]


def test_two_siblings_of_one_title_are_told_apart(par_2020: CriteriaSet) -> None:
    titles = {line.code: line.title for line in score_lines(par_2020, {})}
    assert (titles["4.1"], titles["4.3"]) == (
        "Thực hiện phân cấp (4.1)",
        "Thực hiện phân cấp (4.3)",
    )


def test_numbers_typed_into_a_spreadsheet_are_read_as_typed(
    par_2020: CriteriaSet, reference: Reference, office: Callable[[bytes, str, str], bytes]
) -> None:
    filled = typed(par_2020, 7)
    book = opened(score_template(par_2020, organisation="Lâm Đồng", year=2020))
    sheet = book["Bảng điểm"]
    for at, line in enumerate(score_lines(par_2020, {}), FIRST):
        if line.code in filled:
            one = filled[line.code]
            sheet[f"D{at}"], sheet[f"E{at}"] = one.self_points, one.points
            if one.max_points is not None:
                sheet[f"C{at}"] = one.max_points
    table = read(office(saved(book), "xlsx", "xlsx"), reference)
    computed = read(
        score_template(par_2020, organisation="Lâm Đồng", year=2020, filled=filled), reference
    )
    assert table.problems == ()
    for field in ("code", "max_points", "self_points", "points", "lost_points"):
        assert table.frame[field].tolist() == computed.frame[field].tolist()


@pytest.mark.parametrize("named", ["{}", "UBND tỉnh {}"])
def test_whose_it_is_and_of_which_year_is_read_surely(
    named: str, par_2020: CriteriaSet, reference: Reference
) -> None:
    small = replace(par_2020, criteria={"1": Criterion("1", "Một", None, 1.0)})
    wrong = []
    for one in reference.organisations:
        if one.level not in ("tỉnh", "sở", "bộ") or (one.level != "tỉnh" and named != "{}"):
            continue
        year = 2020 if one.stood_in(2020) else 2026
        content = score_template(
            small, organisation=named.format(one.name), year=year, filled={"1": Filled(1.0)}
        )
        table = read(content, reference)
        found = table.organisation and table.organisation.name
        if (table.index, found, table.year) != ("PAR", one.name, year):
            wrong.append((one.id, found, table.year))
    assert wrong == []


def test_only_cells_to_fill_can_be_typed_into(par_2020: CriteriaSet) -> None:
    sheet = opened(score_template(par_2020, organisation="Lâm Đồng", year=2020))["Bảng điểm"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    for at, line in enumerate(score_lines(par_2020, {}), FIRST):
        free = {cell.column_letter for cell in sheet[at] if not cell.protection.locked}
        expected = set("GHIJK")
        expected |= set() if line.children else {"D", "E"}
        expected |= set() if line.max_points is not None else {"C"}
        expected |= {"A", "B"} if not line.code else set()
        assert free == expected, line
        shaded = {c.column_letter for c in sheet[at] if c.fill.fgColor.rgb == "FFFFF8DC"}
        assert shaded == expected


def test_points_are_checked_against_the_maximum_of_their_row(par_2020: CriteriaSet) -> None:
    sheet = opened(score_template(par_2020, organisation="Lâm Đồng", year=2020))["Bảng điểm"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rule = rules["E6"]  # 1.5, of 2,00
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "-$C6", "$C6")
    assert rule.error == "Nhập một số từ 0 đến 2,00; số âm chỉ khi bị trừ điểm."
    last = FIRST + len(score_lines(par_2020, {})) - 1
    assert rules["A8"].formula1 == f'AND(LEFT(A8,2)="1.",SUMPRODUCT(--($A$5:$A${last}=A8))=1)'


def test_it_can_be_printed_and_scrolled(par_2020: CriteriaSet) -> None:
    sheet = opened(score_template(par_2020, organisation="Lâm Đồng", year=2020))["Bảng điểm"]
    assert tuple(cell.value for cell in sheet[4]) == HEADER
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "C5"
    assert {sheet[f"A{row}"].number_format for row in range(5, 40)} == {"@"}


def test_the_guide_says_how_and_is_no_table(par_2020: CriteriaSet, reference: Reference) -> None:
    units = ("Sở Nội vụ", "Sở Tài chính")
    content = score_template(par_2020, organisation="Lâm Đồng", year=2020, units=units)
    book = opened(content)
    assert book.sheetnames == ["Bảng điểm", "Hướng dẫn", "Đơn vị"]
    said = "\n".join(str(row[0].value or "") for row in book["Hướng dẫn"].iter_rows())
    assert "Ô điểm chuẩn nền vàng" in said
    assert len(read_tables("mau.xlsx", content, reference, Limits())) == 1


def test_a_set_without_criteria_has_rows_for_all_of_them(reference: Reference) -> None:
    none = made_up({}, 100.0)
    book = opened(score_template(none, organisation="Lâm Đồng", year=2023))
    sheet = book["Bảng điểm"]
    for row, cells in enumerate((("1", "Một", 60, 55), ("2", "Hai", 40, 30)), FIRST):
        sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"], sheet[f"E{row}"] = cells
        sheet[f"F{row}"] = cells[2] - cells[3]  # as the spreadsheet computes it
    for row in range(FIRST + 2, FIRST + 60):
        sheet[f"F{row}"] = None
    table = read(saved(book), reference)
    assert table.problems == ()
    assert table.totals.lost == (60 - 55) + (40 - 30)


def test_formulas_without_values_are_computed_with_one_note(
    par_2020: CriteriaSet, reference: Reference
) -> None:
    """As a script leaves them that fills a template in without a spreadsheet program."""
    filled = typed(par_2020, 3)
    content = score_template(par_2020, organisation="Lâm Đồng", year=2020, filled=filled)
    stream = io.BytesIO()
    opened(content).save(stream)
    table = read(stream.getvalue(), reference)
    assert [one.code for one in table.problems] == ["formula-computed"]
    whole = read(content, reference)
    assert table.frame["points"].tolist() == whole.frame["points"].tolist()


def test_whatever_is_filled_in_stays_in_its_cells(par_2020: CriteriaSet) -> None:
    content = score_template(
        par_2020, organisation="Lâm Đồng", year=2020, filled={"1.5": Filled(1.25, 2.0)}
    )
    sheet: Any = opened(content)["Bảng điểm"]
    assert (sheet["A6"].value, sheet["D6"].value, sheet["E6"].value) == ("1.5", 2.0, 1.25)
