"""Is the table of a decision read as a criteria set: its tree, its points, its scale?"""

from collections.abc import Callable

import pytest

from scoring.ingest.criteria_sets import (
    Proposal,
    criteria_set_of,
    proposal,
    set_id,
    total_of,
)
from scoring.ingest.reference import Criterion
from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found

DECISION = (
    "Bộ tiêu chí xác định Chỉ số cải cách hành chính cấp tỉnh năm 2026 "
    "(kèm theo Quyết định số 1149/QĐ-BNV ngày 30/12/2025)"
)
HEADER = "STT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm tối đa\n"
# 60 + 40 = 100; 20 + 40 = 60; 25 + 15 = 40
CLOSING = """
    1   | Chỉ đạo, điều hành               | 60
    1.1 | Kế hoạch CCHC                    | 20
    1.2 | Tuyên truyền                     | 40
    2   | Kết quả điều tra xã hội học      | 40
    2.1 | Chỉ số hài lòng của người dân    | 25
    2.2 | Lãnh đạo các cấp đánh giá        | 15
"""


@pytest.fixture
def criteria(read: Reader) -> Callable[..., Table]:
    """Read rows under the usual header, which is row 3."""

    def one(rows: str, header: str = HEADER, title: str = DECISION) -> Table:
        return read(header + rows, title=title, kind="criteria")

    return one


def of_criteria(table: Table) -> list[tuple[str, str]]:
    """Without what only asks which organisation and year are scored."""
    return found(table, "organisation-unknown", "year-unknown", "year-doubtful", "index-unknown")


def test_a_set_that_closes_has_no_problem(criteria) -> None:
    table = criteria(CLOSING)
    assert table.kind == "criteria"
    assert of_criteria(table) == []
    assert table.frame["code"].tolist() == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert table.frame["parent"].tolist() == ["", "1", "1", "", "2", "2"]
    assert table.frame["leaf"].tolist() == [False, True, True, False, True, True]
    assert table.frame["max_points"].tolist() == [60, 20, 40, 40, 25, 15]
    assert table.frame["row"].tolist() == [4, 5, 6, 7, 8, 9]


def test_it_is_recognised_without_being_told(read: Reader) -> None:
    assert read(HEADER + CLOSING, title=DECISION).kind == "criteria"


def test_rows_without_a_number_are_the_scale_of_the_criterion_above(criteria) -> None:
    table = criteria("""
        1   | Chỉ đạo, điều hành                           | 100
        1.1 | Ban hành kế hoạch CCHC năm                   | 60
            | Ban hành trong quý IV năm trước              | 60
            | Ban hành trong quý I                         | 30
            | Không ban hành                               | 0
        1.2 | Mức độ hoàn thành kế hoạch                   | 40
            | Hoàn thành 100% kế hoạch                     | 40
            | Hoàn thành từ 80% đến dưới 100% kế hoạch     | 20
    """)
    assert table.frame["code"].tolist() == ["1", "1.1", "1.2"]
    assert table.scale[["code", "title", "points"]].to_numpy().tolist() == [
        ["1.1", "Ban hành trong quý IV năm trước", 60.0],
        ["1.1", "Ban hành trong quý I", 30.0],
        ["1.1", "Không ban hành", 0.0],
        ["1.2", "Hoàn thành 100% kế hoạch", 40.0],
        ["1.2", "Hoàn thành từ 80% đến dưới 100% kế hoạch", 20.0],
    ]
    assert table.scale["position"].tolist() == [0, 1, 2, 0, 1]
    assert of_criteria(table) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # 20 + 30 ≠ 60
        (CLOSING.replace("| 40\n    2 ", "| 30\n    2 "), [("C4", "children-differ")]),
        # 25 + 15 + 60 = 100, but 2 says 39: its children and the hundred
        (
            CLOSING.replace("xã hội học      | 40", "xã hội học      | 39"),
            [("C3", "total-differs"), ("C7", "children-differ")],
        ),
        (CLOSING.replace("| 25", "| "), [("C8", "max-missing")]),
        (CLOSING.replace("2.2 |", "2.1 |"), [("A9", "duplicate-code")]),
        (CLOSING.replace("2.2 |", "2.2.1 |"), [("A9", "child-without-parent")]),
        (CLOSING.replace("Tuyên truyền ", "Kế hoạch CCHC"), [("B6", "title-clash")]),
        (CLOSING.replace("| 25", "| hai lăm"), [("C8", "not-a-number")]),
    ],
)
def test_what_does_not_add_up(criteria, rows: str, expected: list[tuple[str, str]]) -> None:
    told = of_criteria(criteria(rows))
    assert [one for one in expected if one not in told] == []


def test_a_difference_of_rounding_is_a_note(criteria) -> None:
    # 20,01 + 40 = 60,01
    table = criteria(CLOSING.replace("| 20", "| 20,01"))
    (differs,) = [one for one in table.problems if one.code == "children-differ"]
    assert (differs.severity, differs.expected) == ("note", "60,01 (tổng của 1.1, 1.2)")


def test_a_blank_child_is_no_difference_but_too_many_points_are(criteria) -> None:
    blank = criteria(CLOSING.replace("| 15", "| "))
    assert of_criteria(blank) == [("C9", "max-missing")]
    above = criteria(CLOSING.replace("| 15", "| ").replace("| 25", "| 45"))
    assert ("C7", "children-differ") in of_criteria(above)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Bộ tiêu chí cấp tỉnh năm 2026", True),
        ("Bộ tiêu chí của các bộ, cơ quan ngang bộ năm 2026", True),
        ("Bộ tiêu chí cấp sở năm 2026", False),  # out of its own maximum
    ],
)
def test_a_hundred_points_are_asked_of_provinces_and_ministries(
    criteria, title: str, told: bool
) -> None:
    table = criteria("1 | Chỉ đạo | 60\n2 | Thể chế | 30", title=title)
    assert (("C3", "total-differs") in of_criteria(table)) == told


def test_kinds_are_proposed_where_a_word_tells(criteria) -> None:
    table = criteria(
        """
        1   | Chỉ đạo, điều hành                    | 60 |
        1.1 | Kế hoạch CCHC                         | 30 | Báo cáo
        1.2 | Chất lượng văn bản                    | 30 | Điều tra XHH
        2   | Tác động của CCHC đến phát triển KT-XH | 40 |
        """,
        header="STT | Tiêu chí | Điểm tối đa | Ghi chú\n",
    )
    kinds = dict(zip(table.frame["code"], table.frame["kind"], strict=True))
    assert {code: kind for code, kind in kinds.items() if isinstance(kind, str)} == {
        "1.2": "survey",
        "2": "impact",
    }


@pytest.mark.parametrize(
    ("title", "level", "years", "decision"),
    [
        (DECISION, "tỉnh", (2026, 2026), "Quyết định số 1149/QĐ-BNV ngày 30/12/2025"),
        (
            "Bộ tiêu chí xác định Chỉ số CCHC các bộ, cơ quan ngang bộ giai đoạn 2026-2030\n"
            "QĐ số 876/QĐ-BNV ngày 10 tháng 11 năm 2022",
            *("bộ", (2026, 2030), "QĐ số 876/QĐ-BNV ngày 10 tháng 11 năm 2022"),
        ),
        ("Bộ tiêu chí đánh giá các sở, ban, ngành từ năm 2026", "sở", (2026, None), None),
        ("Bộ tiêu chí cấp huyện năm 2026 trở đi", "huyện", (2026, None), None),
        ("Bộ tiêu chí cấp tỉnh và cấp huyện", None, (None, None), None),
        ("Bộ tiêu chí thay bộ tiêu chí năm 2022 từ năm 2026", None, (None, None), None),
        ("Bảng 1", None, (None, None), None),
    ],
)
def test_level_years_and_decision_are_read_from_the_title(
    title: str, level: str | None, years: tuple[int | None, int | None], decision: str | None
) -> None:
    read = proposal(Table("a.xlsx", "Trang 1", kind="criteria", index="PAR", title=title))
    assert (read.level, (read.from_year, read.to_year)) == (level, years)
    assert read.decision == decision
    assert read.source == decision or read.source == "a.xlsx"


def test_the_proposed_set_is_named_after_index_level_and_year(criteria) -> None:
    read = proposal(criteria(CLOSING))
    assert (read.id, read.total, read.missing) == ("par-tinh-2026", 100, ())
    assert set_id("PAR", "tỉnh", None) is None


def test_the_total_is_known_when_every_domain_is(criteria) -> None:
    assert total_of(criteria(CLOSING).frame) == 60 + 40
    assert total_of(criteria("1 | A | 60\n2 | B | \n2.1 | C | 40").frame) is None


def test_the_set_that_table_and_answers_make(criteria) -> None:
    table = criteria(CLOSING)
    one = criteria_set_of(table, proposal(table))
    assert (one.id, one.level, one.from_year, one.to_year) == ("par-tinh-2026", "tỉnh", 2026, 2026)
    assert one.criteria["1.2"] == Criterion("1.2", "Tuyên truyền", max_points=40.0)
    assert one.kind("2.2") == "survey"  # that of the criterion above
    with pytest.raises(ValueError, match="level"):
        criteria_set_of(table, Proposal(id="x"))
