"""Do the units under one organisation stand rightly beside their year before? They are made up."""

import pandas as pd

from scoring.analysis.members_change import Moved, moved
from scoring.analysis.messages import members_change as said
from scoring.analysis.questions import records
from scoring.analysis.trend_breaks import Cut


def units(**values: float | None) -> pd.DataFrame:
    names = list(values)
    return pd.DataFrame(
        {
            "organisation": names,
            "name": names,
            "label": [f"Sở {name}" for name in names],
            "index_value": list(values.values()),
        }
    )


def of(found: Moved, name: str) -> dict:
    return next(row for row in records(found.units) if row["organisation"] == name)


def plain(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ")


def test_points_come_first_and_places_second() -> None:
    found = moved(units(a=95.0, b=90.0, c=85.5), units(a=90.0, b=91.0, c=86.0), 2024)
    assert [row["step"] for row in records(found.units)] == [5.0, -1.0, -0.5]
    assert [row["place_before"] for row in records(found.units)] == [2, 1, 3]
    assert plain(said.beside(of(found, "a"), found)) == (
        "+5,00 điểm % so với năm 2024, thứ tự 2 → 1/3"
    )
    assert plain(said.change(found)) == (
        "1 đơn vị tăng, 2 đơn vị giảm so với năm 2024; "
        "tăng nhiều nhất: Sở a +5,00 điểm %; giảm nhiều nhất: Sở b −1,00 điểm %"
    )
    assert plain(said.median_before(found)) == "năm 2024: 90,00 %"


def test_a_unit_without_a_year_before_is_not_compared_and_counted() -> None:
    found = moved(units(a=95.0, new=90.0, blank=None), units(a=95.0, gone=99.0), 2024)
    assert of(found, "new")["step"] is None and said.beside(of(found, "new"), found) == ""
    assert of(found, "blank")["place"] is None
    assert of(found, "a")["place_before"] == 2  # the one that is gone was before it
    assert said.beside(of(found, "a"), found).endswith("thứ tự 2 → 1/2")
    assert "1 đơn vị không đổi so với năm 2024" in said.change(found)
    assert "1 trên 2 đơn vị chưa có bảng điểm năm 2024" in str(said.coverage(found))


def test_places_among_more_or_fewer_units_carry_both_sizes() -> None:
    found = moved(units(a=95.0, b=90.0), units(a=90.0, b=91.0, gone=92.0), 2024)
    assert said.places(of(found, "a"), found) == "thứ tự 3/3 → 1/2"


def test_equal_values_share_a_place() -> None:
    found = moved(units(a=95.0, b=95.0, c=90.0), units(), 2024)
    assert [row["place"] for row in records(found.units)] == [1, 1, 3]


def test_no_year_before_says_so() -> None:
    found = moved(units(a=95.0), units(), 2024)
    assert said.change(found).startswith("Chưa có bảng điểm năm 2024")
    assert said.coverage(found) is None and said.median_before(found) == ""


def test_other_units_in_the_year_before_say_so() -> None:
    found = moved(units(a=95.0), units(b=90.0), 2024)
    assert said.change(found) == "Không đơn vị nào có chỉ số cả hai năm 2024 và 2025"


def test_across_a_break_of_the_series_nothing_is_compared() -> None:
    cut = Cut(2025, "từ năm 2025 chấm theo bộ tiêu chí khác", "")
    found = moved(units(a=95.0), units(a=90.0), 2024, cut)
    assert of(found, "a")["step"] is None and found.rose.empty
    assert said.change(found) == (
        "Không so chỉ số với năm 2024: từ năm 2025 chấm theo bộ tiêu chí khác"
    )
    assert said.median_before(found) == ""
