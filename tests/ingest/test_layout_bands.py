"""Tables beside each other whose headers begin in other rows, or are not equally tall."""

import pytest

from tests.ingest.layouts import Finder, letters

LEAGUE = {"rank", "organisation", "value"}
SCORES = {"code", "title", "max_points", "points"}


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        (  # the lower names of the right one stand beside the first row of the left one
            """
            Hạng | Tỉnh     | Chỉ số | | STT | Tiêu chí | Điểm       |
            1    | Hà Giang | 90,09  | |     |          | Điểm chuẩn | Điểm đạt
            2    | Hà Nội   | 84,64  | | 1   | Chỉ đạo  | 10         | 8
            """,
            [("league", 1, LEAGUE), ("scores", 2, SCORES)],
        ),
        (
            """
            STT | Tiêu chí | Điểm       |          | | Hạng | Tỉnh     | Chỉ số
                |          | Điểm chuẩn | Điểm đạt | | 1    | Hà Giang | 90,09
            1   | Chỉ đạo  | 10         | 8        | | 2    | Hà Nội   | 84,64
            """,
            [("scores", 2, SCORES), ("league", 1, LEAGUE)],
        ),
        (  # the upper names alone would do
            """
            STT | Tiêu chí | Điểm chuẩn | Điểm đạt | | TT | Tiêu chí | Tối đa | Thẩm định |
            1   | Chỉ đạo  | 10         | 8        | |    |          |        | Đạt được  | Bị mất
            2   | Thể chế  | 10         | 9        | | 1  | Chỉ đạo  | 10     | 8         | 2
            """,
            [("scores", 1, SCORES), ("scores", 2, SCORES | {"lost_points"})],
        ),
        (  # begins lower
            """
            STT | Tiêu chí | Điểm chuẩn | Điểm đạt | |      |          |
            1   | Chỉ đạo  | 10         | 8        | |      |          |
            2   | Thể chế  | 10         | 9        | | Hạng | Tỉnh     | Chỉ số
            3   | Bộ máy   | 10         | 9        | | 1    | Hà Giang | 90,09
            """,
            [("scores", 1, SCORES), ("league", 3, LEAGUE)],
        ),
    ],
)
def test_each_of_them_is_found_with_its_own_header(
    find: Finder, text: str, tables: list[tuple[str, int, set[str]]]
) -> None:
    found = find(text)
    assert [(one.kind, one.first, set(one.columns)) for one in found] == tables


def test_names_that_end_in_one_row_are_found_already(find: Finder) -> None:
    league, scores = find("""
                      |          |        | | STT | Tiêu chí | Điểm       |
        Hạng          | Tỉnh     | Chỉ số | |     |          | Điểm chuẩn | Điểm đạt
        1             | Hà Giang | 90,09  | | 1   | Chỉ đạo  | 10         | 8
    """)
    assert (set(league.columns), set(scores.columns)) == (LEAGUE, SCORES)
    assert letters(scores)["points"] == "H"


def test_a_blank_column_within_a_table_parts_nothing(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | | Giải pháp | Chủ trì   | Thời hạn
        1   | Chỉ đạo  | 10         | 8        | | Tập huấn  | Sở Nội vụ | Quý I
    """)
    assert table.columns.keys() > SCORES
