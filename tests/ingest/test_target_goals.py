"""What does one cell of a table of targets ask for, in the unit that the texts around it name?"""

import pytest

from scoring.ingest.target_tables.due_years import due_in, due_of_cell, due_of_title, is_only_due
from scoring.ingest.target_tables.goals import Asked, goal_of
from scoring.ingest.target_tables.measures import measure_in, measure_of

Read = tuple[str, float, bool, str | None]


def read(cell: object, indicator: str = "Tỷ lệ hồ sơ", unit: str = "", column: str = "") -> Read:
    goal = goal_of(cell, Asked(indicator, unit, column))
    assert goal is not None, cell
    return goal.kind, goal.amount, goal.percent, goal.measure


@pytest.mark.parametrize(
    ("cell", "unit", "told"),
    [
        (86.0, "%", ("at_least", 86, True, "%")),
        ("86", "%", ("at_least", 86, True, "%")),
        ("86%", "", ("at_least", 86, True, "%")),
        ("≥ 86%", "%", ("at_least", 86, True, "%")),
        (">= 98,5 %", "", ("at_least", 98.5, True, "%")),
        ("trên 99%", "%", ("at_least", 99, True, "%")),
        ("từ 30% trở lên", "%", ("at_least", 30, True, "%")),
        ("phấn đấu 100%", "%", ("at_least", 100, True, "%")),
        ("100", "", ("at_least", 100, False, None)),
        ("tăng 2%", "%", ("rise", 2, True, "%")),
        ("+2%", "%", ("rise", 2, True, "%")),
        ("không quá 5%", "%", ("at_most", 5, True, "%")),
        ("≤ 5", "%", ("at_most", 5, True, "%")),
        ("giảm còn 5%", "%", ("at_most", 5, True, "%")),
        ("giảm xuống dưới 3,5", "%", ("at_most", 3.5, True, "%")),
        ("Top 10", "", ("rank", 10, False, "hạng")),
        (5.0, "cuộc", ("at_least", 5, False, "cuộc")),
        ("5 cuộc", "", ("at_least", 5, False, "cuộc")),
        ("ít nhất 02 lớp", "", ("at_least", 2, False, "lớp")),
        ("tối đa 3 ngày", "", ("at_most", 3, False, "ngày")),
        ("từ 20 điểm trở xuống", "", ("at_most", 20, False, "điểm")),
        (2000.0, "hồ sơ", ("at_least", 2000, False, "hồ sơ")),
        ("1.234,5", "triệu đồng", ("at_least", 1234.5, False, "triệu đồng")),
        ("85 điểm", "", ("at_least", 85, False, "điểm")),
    ],
)
def test_a_goal_as_it_is_printed(cell: object, unit: str, told: Read) -> None:
    assert read(cell, unit=unit) == told


@pytest.mark.parametrize(
    ("indicator", "unit", "column"),
    [
        ("Tỷ lệ hồ sơ trễ hạn (tối đa)", "%", ""),
        ("Tỷ lệ hồ sơ trễ hạn không quá", "%", ""),
        ("Giảm tỷ lệ hồ sơ trễ hạn xuống còn, giảm còn", "%", ""),
        ("Tỷ lệ hồ sơ trễ hạn", "% (tối đa)", ""),
        ("Tỷ lệ hồ sơ trễ hạn", "%", "Mức tối đa năm 2023"),
    ],
)
def test_the_words_around_a_number_say_that_it_is_a_ceiling(
    indicator: str, unit: str, column: str
) -> None:
    assert read("5", indicator, unit, column) == ("at_most", 5, True, "%")
    assert read("≥ 5%", indicator, unit, column)[0] == "at_least"  # the cell itself says more


def test_tối_đa_hóa_is_no_ceiling() -> None:
    assert read("80", "Tỷ lệ quy trình được tối đa hoá tự động", "%")[0] == "at_least"


@pytest.mark.parametrize(
    ("cell", "indicator", "unit"),
    [
        (10.0, "Xếp hạng Chỉ số CCHC", ""),
        ("10", "Thứ hạng PAPI", "Hạng"),
        ("hạng 10", "Chỉ số PCI", "hạng"),
        ("10/63", "Xếp hạng SIPAS", ""),
        ("xếp thứ 10/63", "Xếp hạng SIPAS", ""),
    ],
)
def test_a_place_among_others(cell: object, indicator: str, unit: str) -> None:
    assert read(cell, indicator, unit) == ("rank", 10, False, "hạng")


def test_a_percentage_of_what_is_also_ranked_is_no_rank() -> None:
    assert read("86%", "Xếp hạng Chỉ số CCHC")[:2] == ("at_least", 86)


@pytest.mark.parametrize(
    ("cell", "indicator", "unit"),
    [
        ("25% - 35%", "Tỷ lệ lãnh đạo", "%"),
        ("từ 25 đến 35%", "Tỷ lệ lãnh đạo", "%"),
        ("25-35", "Tỷ lệ lãnh đạo", "%"),
        ("nhiều", "Số cuộc kiểm tra", "cuộc"),
        ("Hoàn thành", "Kế hoạch", ""),
        ("80% hồ sơ cấp tỉnh, 90% hồ sơ cấp huyện", "Tỷ lệ hồ sơ", "%"),
        ("1.000", "Số văn bản", "văn bản"),  # a thousand, or one
        (2025.0, "Hoàn thiện đề án", ""),  # a year
        (10.0, "Giảm biên chế", "%"),  # by ten, or to ten
        ("5%", "Tăng tỷ lệ hồ sơ trực tuyến", "%"),
        ("≥ 5%", "Tăng tỷ lệ hồ sơ trực tuyến", "%"),
        ("-5", "Tỷ lệ hồ sơ", "%"),
        (10.5, "Xếp hạng Chỉ số CCHC", ""),
        ("từ 20", "Xếp hạng Chỉ số CCHC", ""),
        ("gấp 2 lần", "Số hồ sơ", "hồ sơ"),
        ("2 lần so với năm trước", "Số hồ sơ", "hồ sơ"),
    ],
)
def test_what_is_not_certain_is_never_guessed(cell: object, indicator: str, unit: str) -> None:
    assert goal_of(cell, Asked(indicator, unit)) is None


def test_a_level_to_which_something_rises_is_one() -> None:
    assert read("80", "Nâng tỷ lệ hồ sơ trực tuyến lên", "%")[:2] == ("at_least", 80)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("%", "%"),
        ("Phần trăm", "%"),
        ("Tỷ lệ", "%"),
        ("Điểm", "điểm"),
        ("Hạng", "hạng"),
        ("xếp hạng", "hạng"),
        ("văn bản", "văn bản"),
        ("Điểm cầu", "điểm"),
        ("-", None),
        ("", None),
    ],
)
def test_units_of_measure(text: str, measure: str | None) -> None:
    assert measure_of(text) == measure


def test_the_unit_in_brackets() -> None:
    assert measure_in("Tỷ lệ hồ sơ đúng hạn (%)") == "%"
    assert measure_in("Mức độ hài lòng (Chỉ số SIPAS)") is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025", 2025),
        ("Năm 2025", 2025),
        ("Đến hết năm 2025", 2025),
        ("2023-2025", 2025),
        ("giai đoạn 2026 - 2030", 2030),
        ("Quý IV/2024", 2024),
        ("31/12/2025", 2025),
        ("Trước ngày 15/02/2024", 2024),
        ("hằng năm", 2023),
        ("Từ năm 2024", None),
        ("2024, 2025", None),
        ("sớm", None),
    ],
)
def test_the_year_of_a_cell(text: str, year: int | None) -> None:
    assert due_of_cell(text, 2023) == year


@pytest.mark.parametrize(
    ("title", "year", "due"),
    [
        ("Chỉ tiêu CCHC năm 2022", 2022, 2022),
        ("Mục tiêu CCHC đến năm 2025", 2025, 2025),
        ("Kế hoạch năm 2021: mục tiêu đến năm 2025", 2021, 2025),
        ("Chỉ tiêu CCHC giai đoạn 2021-2025", 2021, 2025),
        ("Mục tiêu đến năm 2025, định hướng đến năm 2030", 2025, None),
        ("Chỉ tiêu năm 2022 và năm 2023", 2022, None),
        ("Chỉ tiêu CCHC (Kế hoạch số 76/KH-SVHTT ngày 14/02/2022)", 2021, 2021),
        (None, 2022, 2022),
        ("Chỉ tiêu CCHC", None, None),
    ],
)
def test_the_year_of_a_title(title: str | None, year: int | None, due: int | None) -> None:
    assert due_of_title(title, year) == due


def test_headings_that_only_say_by_when() -> None:
    assert is_only_due("Mục tiêu đến năm 2025")
    assert is_only_due("Định hướng đến năm 2030:")
    assert not is_only_due("Cải cách thể chế đến năm 2025")
    assert due_in("Cải cách thể chế đến năm 2025") == 2025
