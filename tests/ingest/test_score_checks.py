"""What is found wrong in a score table, and at which place."""

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from tests.ingest.conftest import PROVINCE, REST, Reader, found, told, workbook


@pytest.mark.parametrize(
    ("huyen", "severity"),
    [
        ("1,45 | 0,05", "warning"),  # 0.02 + 0.05 − 0.05 = 0.02
        ("1,46 | 0,04", "note"),  # 0.02 + 0.04 − 0.05 = 0.01, which rounding explains
    ],
)
def test_children_that_do_not_add_up_are_told_apart_from_the_parent(
    read: Reader, huyen: str, severity: str
) -> None:
    table = read(f"""
        STT   | Tiêu chí       | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        3.4   | Kết quả TTHC   | 5,00       | 4,95           | 0,05
        3.4.1 | Cấp tỉnh       | 1,50       | 1,48           | 0,02
        3.4.2 | Cấp huyện      | 1,50       | {huyen}
    """)
    assert found(table, REST) == [("E4", "children-differ")]
    assert [one.severity for one in table.problems if one.code == "children-differ"] == [severity]


@pytest.mark.parametrize(
    ("row", "place", "code"),
    [
        ("1 | Một | 1,50 | 15 | ", "D4", "points-above-max"),
        ("1 | Một | 1,50 | một | ", "D4", "not-a-number"),
        ("1 | Một | 1,50 | -0,5 | 2,00", "D4", "negative-points"),
        ("1 | Một | 1,50 | 1,00 | 0,20", "E4", "lost-differs"),
        ("1 | Một | 1,50 |  | ", "D4", "points-missing"),
        ("1 | Một | 1,50 | 1,50 | -0,50", "E4", "negative-loss"),
        ("1 | Một |  | 1,00 | ", "C4", "max-missing"),
    ],
)
def test_a_wrong_number_is_found_at_its_place(
    read: Reader, row: str, place: str, code: str
) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        {row}
    """)
    assert (place, code) in found(table)


@pytest.mark.parametrize(("second", "codes"), [("50,01", []), ("50,02", ["total-exceeded"])])
def test_domains_beyond_the_total_of_the_set(read: Reader, second: str, codes: list[str]) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định
        1   | Một      | 50         | 40
        2   | Hai      | {second}   | 40
    """)
    told = [one for one in table.problems if one.code != "column-computed"]
    assert [one.code for one in told] == codes  # 50 + 50,02 − 100 is above the tolerance of 0,01
    for one in told:
        assert (one.severity, one.column, one.row) == ("warning", "C", 3)
        assert (one.expected, one.found) == ("tổng điểm chuẩn 100,00", "100,02")


def test_a_blank_survey_score_is_normal(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí                      | Điểm chuẩn | Điểm tự đánh giá | Điểm thẩm định
        9   | Kết quả điều tra xã hội học   | 10         |                  |
    """)
    assert found(table, REST, "column-computed") == []
    assert table.frame["points"].isna().all()  # missing is not zero


def test_a_child_whose_parent_is_not_printed(read: Reader) -> None:
    table = read("""
        STT   | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1     | Lĩnh vực | 5          | 4              | 1
        1.2.1 | Một      | 1          | 0              | 1
    """)
    assert found(table, REST) == [("A5", "child-without-parent")]
    assert table.frame["parent"].tolist() == ["", "1"]  # it hangs under the nearest one printed


def test_titles_clash_only_under_one_parent(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí           | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        4   | Tổ chức bộ máy     | 5          | 4              | 1
        4.1 | Thực hiện phân cấp | 3          | 2,5            | 0,5
        4.3 | Thực hiện phân cấp | 2          | 1,5            | 0,5
        5   | Công vụ            | 5          | 5              | 0
        5.1 | Thực hiện phân cấp | 5          | 5              | 0
    """)
    assert found(table, REST) == [("B6", "title-clash")]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("0,996", 0.996), ("=0.996", 0.996), ("1,00 điểm", 1.0), ("−0,5", -0.5), ("0.75", 0.75)],
)
def test_numbers_in_every_form(read: Reader, printed: str, number: float) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Một      | 1          | {printed}      |
    """)
    assert table.frame["points"].tolist() == [number]


def test_an_unreadable_number_is_never_filled_in(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | tám            | 2
    """)
    assert found(table, REST) == [("D4", "not-a-number")]
    assert table.frame["points"].isna().all()


@pytest.mark.parametrize("number", ["=1e308", "=1e20"])
def test_a_number_beyond_reason_is_refused(read: Reader, number: str) -> None:
    table = read(f"""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | {number}   | 8              | 2
    """)
    assert ("C4", "not-a-number") in found(table)


def test_an_unreadable_parent_is_not_filled_from_its_children(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         | 8              | x?
        1.1 | Một      | 10         | 8              | 2
    """)
    assert found(table, REST) == [("E4", "not-a-number")]
    assert (table.totals.lost, table.totals.index_value) == (None, None)


def test_a_leaf_without_points_is_missed_though_its_loss_tells_them(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 10         |                | 2
    """)
    assert table.frame["points"].tolist() == [8]
    assert found(table, REST) == [("D4", "points-missing")]


def test_an_unreadable_survey_score_is_not_nothing(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm điều tra XHH
        1   | Chỉ đạo  | 10         | 5              | x?
    """)
    assert found(table, REST, "column-computed") == [("E4", "not-a-number")]


@pytest.mark.parametrize(
    ("first", "severity"),
    [("95", "note"), ("50", "note"), ("49,5", "warning"), ("3", "warning")],
)
def test_most_of_the_total_absent_is_doubted(read: Reader, first: str, severity: str) -> None:
    """A part that is absent lost nothing; most of it may stand on another sheet."""
    table = read(f"STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định\n1 | Chỉ đạo | {first} | 1")
    (absent,) = [one for one in table.problems if one.code == "domain-absent"]
    assert absent.severity == severity
    assert ("trang tính" in absent.fix) == (severity == "warning")


def test_an_empty_form_is_told_once(read: Reader) -> None:
    table = read("STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định\n1 | Chỉ đạo | |")
    assert [code for _, code in found(table)] == ["no-rows"]


def test_points_of_an_earlier_round_are_offered(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định lần 1 | Điểm thẩm định lần 2
        1   | Chỉ đạo  | 10         | 8                    | 8,5
        1.1 | Kế hoạch | 5          | 4                    | 4,5
        1.2 | Kiểm tra | 5          | 4                    |
    """)
    assert told(table, "points-missing") == [
        ("điểm đạt được", "ô trống; cột D “Điểm thẩm định lần 1” có 4,00")
    ]


def test_what_does_not_apply_lacks_no_points(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn     | Điểm thẩm định
        1   | Chỉ đạo  | 10             | 9
        1.1 | Kế hoạch | 10             | 9
        1.2 | Kiểm tra | Không áp dụng  |
    """)
    assert found(table, REST, "column-computed") == []


def test_a_sign_in_the_place_of_points_is_named(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định
        1   | Chỉ đạo  | 10         | 9
        1.1 | Kế hoạch | 5          | 4
        1.2 | Kiểm tra | 5          | Không chấm
    """)
    assert ("điểm đạt được", "“Không chấm”") in told(table, "points-missing")
    assert [code for _, code in found(table, REST, "column-computed")].count("points-missing") == 1


def test_a_formula_without_value_is_said_once(reference: Reference) -> None:
    rows = [
        [PROVINCE],
        ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định"],
        ["1", "Chỉ đạo", 10, 9],
        ["1.1", "Kế hoạch", 5, 4],
        ["1.2", "Kiểm tra", 5, "=VLOOKUP(A5,Diem!A:B,2,FALSE)"],
    ]
    content = workbook({"Trang 1": rows})
    (table,) = read_tables("bang.xlsx", content, reference, Limits())
    assert found(table, REST, "column-computed") == [("D5", "formula-without-value")]


# Losses written below zero.


def test_losses_written_below_zero_throughout_are_losses_and_said_once(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | Điểm trừ
        1   | Chỉ đạo  | 10         | 8,5      | -1,5
        1.1 | Kế hoạch | 5          | 4,5      | -0,5
        1.2 | Kiểm tra | 5          | 4        | -1
    """)
    assert table.frame["lost_points"].tolist() == [1.5, 0.5, 1.0]
    assert found(table, REST) == [("E3", "loss-sign")]


def test_losses_below_zero_without_points_are_losses_too(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm trừ
        1   | Chỉ đạo  | 10         | -1,5
        1.1 | Kế hoạch | 5          | -0,5
        1.2 | Kiểm tra | 5          | -1
    """)
    assert table.frame["points"].tolist() == [8.5, 4.5, 4.0]
    assert found(table, REST, "column-computed") == [("D3", "loss-sign")]


def test_a_single_loss_below_zero_is_asked(read: Reader) -> None:
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | Điểm trừ
        1   | Chỉ đạo  | 10         | 8,5      | 1,5
        1.1 | Kế hoạch | 5          | 4,5      | 0,5
        1.2 | Kiểm tra | 5          | 4        | -1
    """)
    assert "loss-sign" not in [code for _, code in found(table)]
    assert ("E6", "negative-loss") in found(table)


def test_more_points_than_the_maximum_stay_more(read: Reader) -> None:
    """10 − 11 = −1: the loss is below zero because the points are above their maximum."""
    table = read("""
        STT | Tiêu chí | Điểm chuẩn | Điểm đạt | Điểm trừ
        1   | Chỉ đạo  | 10         | 11       | -1
        2   | Thể chế  | 5          | 6        | -1
    """)
    assert table.frame["lost_points"].tolist() == [-1, -1]
    assert "loss-sign" not in [code for _, code in found(table)]
