"""Where several columns could hold a field, their values and the names beside them decide."""

import pytest

from tests.ingest.layouts import Finder, doubts, letters


def test_numbers_name_no_rows_and_ranked_units_are_a_league(find: Finder) -> None:
    (table,) = find("""
        STT | Đơn vị    | Lĩnh vực 1 | Lĩnh vực 2 | Lĩnh vực 3 | Điểm tối đa | Chỉ số (%) | Hạng
        1   | Sở Nội vụ | 20         | 18         | 24,62      | 66,27       | 94,49      | 1
        2   | Sở Y tế   | 15         | 16         | 20         | 64          | 79,69      | 2
    """)
    found = letters(table)
    assert (table.kind, found["organisation"], found["rank"]) == ("league", "B", "H")
    assert doubts(table) == []


def test_criteria_of_several_units_are_still_scores(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Đơn vị    | Điểm chuẩn | Điểm đạt | Xếp hạng
        1   | Chỉ đạo  | Sở Nội vụ | 10         | 8        | 1
        2   | Thể chế  | Sở Y tế   | 10         | 9        | 2
    """)
    assert (table.kind, letters(table)["title"]) == ("scores", "B")


METHODS = """
    STT | Tiêu chí | Điểm tối đa | {group}                 |
        |          |             | Tự đánh giá, thẩm định | Điều tra XHH
    1   | Chỉ đạo  | 10          | 8                      | 2
    1.1 | Kế hoạch | 8           | 8                      |
    1.2 | Tác động | 2           | {survey[0]}            | {survey[1]}
"""


def test_a_maximum_split_by_method_is_a_criteria_set(find: Finder) -> None:
    text = METHODS.format(group="Điểm đánh giá thông qua", survey=("", "2"))
    (table,) = find(text)
    assert (table.kind, table.first) == ("criteria", 2)
    assert set(table.columns) == {"code", "title", "max_points"}


@pytest.mark.parametrize("survey", [("", "1,5"), ("2", "2"), ("", "")])
def test_points_that_do_not_split_the_maximum_are_scores(
    find: Finder, survey: tuple[str, str]
) -> None:
    (table,) = find(METHODS.format(group="Điểm đánh giá thông qua", survey=survey))
    assert table.kind == "scores"


def test_full_points_under_another_name_are_asked_about(find: Finder) -> None:
    (table,) = find(METHODS.format(group="Điểm đánh giá", survey=("", "2")))
    assert table.kind == "scores"
    assert [one[0] for one in doubts(table)] == ["column-doubtful"]


def test_answers_are_not_the_ratio_printed_beside_them(find: Finder) -> None:
    (table,) = find("""
        STT | Câu hỏi  | Không hài lòng | Bình thường | Hài lòng | Rất hài lòng | Tỷ lệ hài lòng
        1   | Chỗ ngồi | 2              | 8           | 60       | 30           | 90
        2   | Hồ sơ    | 2              | 8           | 61       | 29           | 90
    """)
    assert (letters(table)["percent"], doubts(table)) == ("G", [])


def test_shares_of_both_satisfied_answers_are_not_asked_about(find: Finder) -> None:
    (table,) = find("""
        STT | Yếu tố           | Rất hài lòng |    | Hài lòng |    | Không hài lòng |
            |                  | SL           | %  | SL       | %  | SL             | %
        1   | Tiếp cận dịch vụ | 20           | 25 | 40       | 50 | 20             | 25
    """)
    assert (letters(table)["percent"], doubts(table)) == ("D", [])


@pytest.mark.parametrize("name", ["Không hài lòng", "Chưa hài lòng", "Bình thường"])
def test_those_who_are_not_satisfied_are_no_result(find: Finder, name: str) -> None:
    (table,) = find(f"""
        STT | Yếu tố           | {name}   |         | Hài lòng |
            |                  | Số phiếu | Tỷ lệ % | Số phiếu | Tỷ lệ %
        1   | Tiếp cận dịch vụ | 20       | 25      | 60       | 75
    """)
    assert (letters(table)["percent"], doubts(table)) == ("F", [])
    assert (
        find(f"STT | Yếu tố | Tỷ lệ {name.lower()} (%)\n1 | Tiếp cận | 20\n2 | Thủ tục | 3") == ()
    )


@pytest.mark.parametrize(
    ("header", "rows", "title"),
    [
        ("STT | Lĩnh vực | Tiêu chí", ("Chỉ đạo | Kế hoạch", " | Kiểm tra"), "C"),
        ("STT | Tiêu chí | Lĩnh vực", ("Kế hoạch | Chỉ đạo", "Kiểm tra | "), "B"),
    ],
)
def test_the_name_of_every_row_is_its_title(
    find: Finder, header: str, rows: tuple[str, str], title: str
) -> None:
    lines = "\n".join(f"{at} | {row} | 10 | 8" for at, row in enumerate(rows, 1))
    (table,) = find(f"{header} | Điểm tối đa | Điểm đạt\n{lines}")
    assert (letters(table)["title"], doubts(table)) == (title, [])


def test_names_that_fill_each_others_gaps_are_asked_about(find: Finder) -> None:
    (table,) = find("""
        STT | Lĩnh vực | Tiêu chí | Điểm tối đa | Điểm đạt
        1   | Chỉ đạo  |          | 10          | 8
        1.1 |          | Kế hoạch | 5           | 4
        1.2 |          | Kiểm tra | 5           | 4
    """)
    assert [one[:2] for one in doubts(table)] == [("column-doubtful", "title")]
