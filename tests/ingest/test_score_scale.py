"""Scoring levels under a criterion: its attainable points, counted in no total."""

import math
from typing import Any

import pytest

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import open_sheets
from scoring.ingest.reference import Reference
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given
from scoring.ingest.score_tables.scores import read_scores
from tests.ingest.conftest import PROVINCE, REST, Reader, found, rows_of, workbook

HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm tự đánh giá | Điểm thẩm định"
FORM = (
    "STT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm tối đa | Điểm tự đánh giá | Điểm thẩm định"
    " | Điểm điều tra XHH | Tổng điểm | Chỉ số (%) | Tài liệu kiểm chứng"
)


@pytest.fixture
def scale(reference: Reference):
    """The scale of a text table: (code, position, points, row); None for a formula."""

    def read(text: str) -> list[tuple[Any, ...]]:
        content = workbook({"Trang 1": [[PROVINCE], [], *rows_of(text)]})
        (sheet,), _ = open_sheets("bang.xlsx", content, Limits())
        (layout,) = layouts(sheet, Headers(reference.headers))
        given = Given(reference, Limits(), NOTHING_SAID, NOTHING_REMEMBERED)
        frame = read_scores(sheet, layout, given).scale
        return [
            (one.code, one.position, None if math.isnan(one.points) else one.points, one.row)
            for one in frame.itertuples()
        ]

    return read


SELF_SCORED = f"""
    {FORM}
    I   | CÔNG TÁC CHỈ ĐẠO                       | 3    | 2,5 | 2,25 |   | 2,25 | 75   |
    1   | Kế hoạch CCHC                          | 2    | 1,5 | 1,25 |   | 1,25 | 62,5 |
    1.1 | Ban hành kế hoạch                      | 0,5  | 0,5 | 0,5  |   | 0,5  | 100  | KH 01
        | Ban hành trong quý IV năm trước: 0,5   | 0,5  |     |      |   |      |      |
        | Trong quý I: 0,25                      | 0.25 |     |      |   |      |      |
        | Không ban hành: 0                      | 0đ   |     |      |   |      |      |
    1.2 | Thực hiện kế hoạch                     | 1,5  | 1   | 0,75 |   | 0,75 | 50   |
    -   | Hoàn thành từ 80% đến dưới 100%        | Tỷ lệ × 1,5 |  |  |  |      |      |
    +   | Dưới 80% số nhiệm vụ                   | 0    |     |      |   |      |      |
    2   | Điều tra xã hội học                    | 1    |     |      | 1 | 1    | 100  |
"""


def test_levels_of_the_self_scoring_form(scale) -> None:
    assert scale(SELF_SCORED) == [
        ("1.1.1", 0, 0.5, 7),
        ("1.1.1", 1, 0.25, 8),
        ("1.1.1", 2, 0, 9),
        ("1.1.2", 0, None, 11),  # a ratio of 1.5
        ("1.1.2", 1, 0, 12),
    ]


def test_levels_are_no_rows_and_no_problem(read: Reader) -> None:
    table = read(SELF_SCORED)
    assert table.frame["code"].tolist() == ["1", "1.1", "1.1.1", "1.1.2", "1.2"]
    assert (table.totals.leaves, table.totals.printed_max, table.totals.lost) == (3, 3, 0.75)
    assert found(table, REST, "column-computed") == []


def test_points_within_the_text_of_a_level(scale) -> None:
    assert scale(f"""
        {HEADER}
        1 | Kế hoạch                             | 0,5 | 0,5 | 0,5
          | Ban hành trong quý IV năm trước: 0,5 |     |     |
          | Từ 80% đến dưới 100%: 0.25           |     |     |
          | Tính theo công thức                  |     |     |
          | Dưới 80% số văn bản (0 điểm)         |     |     |
          | Ghi chú: 5                           |     |     |
    """) == [("1", 0, 0.5, 5), ("1", 1, 0.25, 6), ("1", 2, None, 7), ("1", 3, 0, 8)]


def test_letters_with_a_maximum_only_are_levels_where_the_best_is_the_maximum(
    scale, read: Reader
) -> None:
    text = f"""
        {HEADER}
        1  | Kế hoạch      | 0,5  | 0,5 | 0,5
        a) | Trong quý IV  | 0,5  |     |
        b) | Trong quý I   | 0,25 |     |
        2  | Báo cáo       | 1    | 1   | 1
    """
    assert scale(text) == [("1", 0, 0.5, 5), ("1", 1, 0.25, 6)]
    assert read(text).frame["code"].tolist() == ["1", "2"]


def test_letters_are_criteria_where_their_points_make_up_the_maximum(scale, read: Reader) -> None:
    text = f"""
        {HEADER}
        1 | Báo cáo       | 1   | 1   | 0,75
        a | Đủ số lượng   | 0,5 | 0,5 | 0,5
        b | Đúng thời hạn | 0,5 | 0,5 | 0,25
    """
    assert scale(text) == []
    assert read(text).frame["code"].tolist() == ["1", "1.a", "1.b"]  # 0.5 + 0.5 = 1


def test_letters_that_name_evidence_are_no_rows(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1 | Báo cáo            | 1 | 1 | 0,75
        a | Báo cáo số 12      |   |   |
        b | Công văn số 15     |   |   |
        2 | Kiểm tra           | 1 | 1 | 1
    """)
    assert table.frame["code"].tolist() == ["1", "2"]


@pytest.mark.parametrize(
    "levels",
    [
        "| Phần một | 0,5 | | \n | Phần hai | 0,5 | | ",  # 0.5 + 0.5 = 1: parts, or two levels
        "| Ban hành kế hoạch | 0,5 | | ",  # one level of a scale, or a criterion without points
    ],
)
def test_rows_that_may_be_levels_or_criteria_are_said(read: Reader, levels: str) -> None:
    table = read(f"{HEADER}\n1 | Chỉ đạo | 1 | 1 | 1\n{levels}\n2 | Thể chế | 1 | 1 | 1")
    assert table.frame["code"].tolist() == ["1", "2"]
    (doubt,) = [one for one in table.problems if one.code == "row-without-code"]
    assert doubt.row == 5 and doubt.found and "mức điểm của 1" in doubt.found


def test_a_level_above_the_maximum_is_said(read: Reader) -> None:
    table = read(f"""
        {HEADER}
        1 | Kế hoạch     | 0,5  | 0,5 | 0,5
          | Trong quý IV | 0,75 |     |
          | Trong quý I  | 0,25 |     |
    """)
    (doubt,) = [one for one in table.problems if one.code == "scale-above-max"]
    assert (doubt.row, doubt.severity) == (5, "warning")
    assert doubt.expected and "0,50" in doubt.expected


def test_a_criterion_that_lost_its_code_has_levels_too(scale) -> None:
    assert scale(f"""
        {HEADER}
        1   | Chỉ đạo      | 2    | 2   | 1,5
        1.1 | Kế hoạch     | 1    | 1   | 1
            | Báo cáo      | 0,5  | 0,5 | 0,25
            | Đủ, đúng hạn | 0,5  |     |
            | Chậm         | 0,25 |     |
        1.3 | Kiểm tra     | 0,5  | 0,5 | 0,25
    """) == [("1.2", 0, 0.5, 7), ("1.2", 1, 0.25, 8)]


def test_totals_bonus_and_signatures_are_no_levels(scale) -> None:
    assert (
        scale(f"""
        {HEADER}
        1 | Chỉ đạo         | 1   | 1 | 1
          | Cộng I          | 1   |   |
          | Điểm thưởng     | 0,5 |   |
          | Tổng cộng       | 1   | 1 | 1
          | Nơi nhận:       | TM. ỦY BAN NHÂN DÂN |  |
    """)
        == []
    )
