"""What a person says of columns, what is remembered, and what a table still needs."""

import pytest

from scoring.ingest.finding.column_problems import column_problems
from scoring.ingest.finding.forms import FORMS
from scoring.ingest.problems import place, sentence
from tests.ingest.layouts import Finder, doubts, letters

SCORES = """
STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Ghi chú
1   | Chỉ đạo  | 10         | 8              | 7
2   | Thể chế  | 10         | 9              | 6
"""
UNKNOWN = """
STT | Tiêu chí | Điểm chuẩn | Chốt lại | Chủ trì
1   | Chỉ đạo  | 10         | 8        | Sở Nội vụ
2   | Thể chế  | 10         | 9        | Sở Tư pháp
"""


def test_a_column_that_is_said_is_taken_and_the_header_stays(find: Finder) -> None:
    (table,) = find(SCORES)
    (said,) = find(SCORES, said_columns=(("points", "E"),))
    assert letters(said)["points"] == "E" and "note" not in said.columns
    assert said.labels["points"] == "Ghi chú"
    assert (said.anchor, said.shape) == (table.anchor, table.shape)


def test_a_column_may_be_said_to_be_none(find: Finder) -> None:
    (table,) = find(SCORES, said_columns=(("points", ""),))
    assert "points" not in table.columns
    assert table.missing == ("points",)


@pytest.mark.parametrize("letter", ["ZZ", "XFDA", "7", "Đ", "E5"])
def test_letters_that_are_no_column_of_the_sheet_change_nothing(find: Finder, letter: str) -> None:
    (table,) = find(SCORES, said_columns=(("points", letter),))
    assert letters(table)["points"] == "D"


def test_the_anchor_is_the_first_cell_of_the_header_whatever_it_holds(find: Finder) -> None:
    text = "Màu | STT | Tiêu chí | Điểm chuẩn | Điểm đạt\n | 1 | Chỉ đạo | 10 | 8"
    (table,) = find(text)
    (said,) = find(text, said_columns=(("note", "A"), ("code", "")))
    assert table.anchor == said.anchor == "A1"


def test_an_unknown_name_leaves_a_table_that_can_be_completed(find: Finder) -> None:
    (table,) = find(UNKNOWN)
    assert (table.kind, table.missing) == ("scores", ("points",))
    (said,) = find(UNKNOWN, said_columns=(("points", "D"),))
    assert (said.kind, said.missing, letters(said)["points"]) == ("scores", (), "D")


@pytest.mark.parametrize(
    ("header", "kind", "missing"),
    [
        ("STT | Tiêu chí | Điểm đạt được | Ghi chú", "scores", ("max_points",)),
        ("STT | Mô tả | Điểm chuẩn | Điểm đạt được", "scores", ("title",)),
        ("STT | Tiêu chí | Điểm tự chấm | Ghi chú", "scores", ("max_points",)),
        ("STT | Yếu tố | Mục tiêu năm 2023 | Ghi chú", "satisfaction", ("percent",)),
        ("Chủ trì | Phối hợp | Thời hạn | Mô tả", "tasks", ("title",)),
    ],
)
def test_a_header_that_lacks_a_needed_column_says_which(
    find: Finder, header: str, kind: str, missing: tuple[str, ...]
) -> None:
    (table,) = find(f"{header}\n1 | A | 10 | x\n2 | B | 9 | y")
    assert (table.kind, table.missing) == (kind, missing)


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi: | Sở Nội vụ\nNội dung | Công văn\n1 | 2",
        "Thời gian | Nội dung | Ghi chú\n8h00 | Khai mạc | Hội trường",
        "STT | Tên tài liệu | Ghi chú\n1 | Kế hoạch | Bản giấy",
        "STT | Đơn vị | Ghi chú\n1 | Sở Nội vụ | x",
        "Người lập biểu | KT. CHỦ TỊCH | Nơi nhận\n | PHÓ CHỦ TỊCH | \n | Nguyễn Văn A |",
        "STT | Họ và tên | Chức vụ | Đơn vị\n1 | Nguyễn Văn A | Chuyên viên | Sở Nội vụ",
        "Nội dung | Tổng điểm | Ghi chú",
    ],
)
def test_ordinary_texts_are_no_table(find: Finder, text: str) -> None:
    assert find(text) == ()


def test_texts_below_a_table_are_no_second_one(find: Finder) -> None:
    (table,) = find("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8        | 2
            |          |            |          |
        Ghi chú: Điểm chuẩn theo QĐ 1149; tiêu chí thành phần viết tắt là TCTP. | | | |
        Người lập biểu | | TM. ỦY BAN NHÂN DÂN | |
                       | | KT. CHỦ TỊCH        | |
    """)
    assert table.missing == ()


def test_a_remembered_choice_is_followed_by_its_name(find: Finder) -> None:
    (table,) = find(UNKNOWN)
    moved = UNKNOWN.replace("Chốt lại", "CHỐT LẠI")
    (again,) = find(moved, remembered={table.shape: {"points": "Chốt lại"}})
    assert (again.missing, letters(again)["points"]) == ((), "D")


def test_what_is_said_counts_before_what_is_remembered(find: Finder) -> None:
    (table,) = find(SCORES)
    (again,) = find(
        SCORES,
        remembered={table.shape: {"points": "Ghi chú"}},
        said_columns=(("points", "D"),),
    )
    assert letters(again)["points"] == "D"


def test_a_choice_for_another_shape_or_a_name_that_is_gone_is_not_followed(find: Finder) -> None:
    (table,) = find(SCORES)
    (other,) = find(SCORES, remembered={"khác": {"points": "Ghi chú"}})
    (gone,) = find(SCORES, remembered={table.shape: {"points": "Cột đã xoá"}})
    assert letters(other)["points"] == letters(gone)["points"] == "D"


def test_files_laid_out_alike_have_one_shape_whatever_the_year(find: Finder) -> None:
    (of_2022,) = find("STT | Yếu tố | Kết quả năm 2022 (%)\n1 | Tiếp cận dịch vụ | 83,99")
    (of_2023,) = find("stt | YẾU TỐ | KẾT QUẢ NĂM 2023 (%)\n1 | Tiếp cận dịch vụ | 84,99")
    (other,) = find("STT | Yếu tố | Mức độ hài lòng\n1 | Tiếp cận dịch vụ | 84,99")
    assert of_2022.shape == of_2023.shape != other.shape


def test_a_remembered_choice_of_two_years_follows_each_year(find: Finder) -> None:
    text = """
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt năm 2019 | Chốt 2019 | Điểm đạt năm 2020 | Chốt 2020
        1   | Chỉ đạo  | 10         | 7                 | 6         | 8                 | 5
    """
    first, _ = find(text)
    tables = find(text, remembered={first.shape: {"points": "Chốt 2019"}})
    assert [(one.year, letters(one)["points"]) for one in tables] == [(2019, "E"), (2020, "G")]


def test_what_was_asked_is_not_asked_again(find: Finder) -> None:
    text = "STT | Tiêu chí | Điểm chuẩn | Điểm đạt được | Điểm công bố\n1 | A | 10 | 7 | 8"
    (asked,) = find(text)
    (said,) = find(text, said_columns=(("points", "E"),))
    assert (len(doubts(asked)), doubts(said)) == (1, [])


def test_a_kind_that_is_said_keeps_the_table_at_its_place(find: Finder) -> None:
    (table,) = find(SCORES)
    leagues = tuple(form for form in FORMS if form.kind == "league")
    (said,) = find(SCORES, forms=leagues)
    assert (said.kind, said.anchor) == ("league", table.anchor)
    assert said.missing == ("organisation", "rank")


@pytest.mark.parametrize(
    "header",
    [
        "STT | Lĩnh vực/Tiêu chí | Điểm tối đa",
        "Số TT | Nội dung | Thang điểm",
        "STT | Tiêu chí | Điểm chuẩn | Tài liệu kiểm chứng",
    ],
)
def test_codes_titles_and_maxima_alone_are_a_criteria_set(find: Finder, header: str) -> None:
    (table,) = find(f"{header}\n1 | Chỉ đạo | 10 | Văn bản\n1.1 | Kế hoạch | 2 | Văn bản")
    assert (table.kind, table.missing) == ("criteria", ())


@pytest.mark.parametrize("column", ["Điểm tự chấm", "Điểm thẩm định", "Điểm đạt", "Điểm bị trừ"])
def test_one_column_of_points_makes_it_scores(find: Finder, column: str) -> None:
    (table,) = find(f"STT | Tiêu chí | Điểm tối đa | {column}\n1 | Chỉ đạo | 10 |")
    assert table.kind == "scores"


@pytest.mark.parametrize(
    ("text", "at", "code", "said"),
    [
        (UNKNOWN, "T!dòng 1", "column-missing", "cần cột điểm thẩm định, thấy các cột “STT”"),
        (
            "STT | Tiêu chí | Điểm chuẩn | Điểm đạt | Điểm công bố\n1 | A | 10 | 7 | 8",
            "T!D1",
            "column-doubtful",
            "hai cột cùng có thể là điểm thẩm định: cột D “Điểm đạt” (đang dùng) và cột E",
        ),
        (
            "STT | Tiêu chí | Điểm chuẩn | Điểm thưởng\n1 | A | 10 | 7",
            "T!D1",
            "column-doubtful",
            "cần một cột điểm thẩm định, thấy cột D “Điểm thưởng” đang được hiểu như vậy",
        ),
        (
            "STT | Tiêu chí | Điểm chuẩn | Thẩm định lần 1 | Thẩm định lần 2\n1 | A | 10 | 7 | 8",
            "T!E1",
            "column-superseded",
            "cột E “Thẩm định lần 2” được dùng, cột D “Thẩm định lần 1” không dùng",
        ),
    ],
)
def test_what_is_said_of_columns(find: Finder, text: str, at: str, code: str, said: str) -> None:
    (table,) = find(text)
    (one,) = column_problems(table, "T")
    assert (one.code, place(one)) == (code, at)
    assert said in sentence(one)
