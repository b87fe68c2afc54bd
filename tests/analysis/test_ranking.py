"""Where does an organisation stand, and how far is the next step?"""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings

from scoring.analysis.messages import ranking as said
from scoring.analysis.messages import ranking_change as since
from scoring.analysis.questions import ask
from scoring.analysis.ranking import Field, field_of, standing
from scoring.analysis.ranking_change import change
from tests.analysis.league_rows import BANDS, NO_BANDS, PAR, rows
from tests.analysis.material import load_league
from tests.analysis.test_ranking_change import two_years

FACTS = Path(__file__).parents[2] / "data" / "samples" / "facts"


WHOLE = rows("""
    A | 1/5 | 91,20
    B | 2/5 | 87,04
    C | 3/5 | 87,03
    D | 4/5 | 80,50
    E | 5/5 | 78,03
""")


def test_every_step_up_is_told_in_points() -> None:
    held = standing(field_of(WHOLE), "D", BANDS)
    assert held is not None
    assert (held.value, held.rank, held.size) == (80.5, 4, 5)
    assert held.following is not None and held.following.names == ("C",)
    assert held.following.points == 6.53  # 87,03 − 80,50
    assert held.median is not None and held.median.points == 6.53
    assert held.mean is not None and held.mean.value == 84.76  # 423,80 ÷ 5
    assert held.best is not None and (held.best.names, held.best.points) == (("A",), 10.7)
    assert held.band is not None and held.band.name == "B"
    assert (held.next_band.name, held.to_next_band) == ("A", 9.5)  # type: ignore[union-attr]


def test_places_inside_rounding_mean_nothing() -> None:
    field = field_of(WHOLE)
    held = standing(field, "B", BANDS)
    assert held is not None
    assert (held.first_place, held.last_place, held.within_rounding) == (2, 3, ("C",))
    assert said.rounding(held, field, PAR) == (
        "B và C hơn kém nhau không quá 0,01 điểm, tức trong mức làm tròn: "
        "hạng 2 đến 3 ở đây coi như ngang nhau"
    )
    alone = standing(field, "A", BANDS)
    assert alone is not None and (alone.first_place, alone.last_place) == (1, 1)


def test_rounding_follows_the_decimals_that_are_published() -> None:
    printed = "A | 1/5 | 91,2\nB | 2/5 | 91,1\nC | 3/5 | 90\nD | 4/5 | 89\nE | 5/5 | 88"
    field = field_of(rows(printed))
    held = standing(field, "B", NO_BANDS)
    assert held is not None
    assert field.tolerance == pytest.approx(0.1)
    assert (held.first_place, held.last_place) == (1, 2)


def test_three_decimals_still_leave_a_hundredth_to_rounding() -> None:
    printed = "A | 1/5 | 91,209\nB | 2/5 | 91,201\nC | 3/5 | 90,1\nD | 4/5 | 89\nE | 5/5 | 88"
    held = standing(field_of(rows(printed)), "B", NO_BANDS)
    assert held is not None
    assert (held.first_place, held.last_place) == (1, 2)  # 0,008 apart, and 0,01 is a rounding


def test_ties_share_their_places() -> None:
    field = field_of(rows("A | | 90\nB | | 80\nC | | 80\nD | | 80\nE | | 70"))
    held = standing(field, "C", NO_BANDS)
    assert held is not None and held.following is not None and held.best is not None
    assert (held.rank, held.first_place, held.last_place) == (2, 2, 4)
    assert (held.following.names, held.following.points) == (("A",), 10)
    first = standing(field, "A", NO_BANDS)
    assert first is not None and first.following is None


@pytest.mark.parametrize(
    ("value", "band", "above", "away"),
    [
        ("90", "A", None, None),  # a lower limit is in its band
        ("89,99", "B", "A", 0.01),
        ("80", "B", "A", 10),
        ("70", "C", "B", 10),
        ("69,5", None, "C", 0.5),
    ],
)
def test_a_limit_belongs_to_the_band_above_it(value, band, above, away) -> None:
    held = standing(field_of(rows(f"X | 5/63 | {value}")), "X", BANDS)
    assert held is not None
    assert (held.band.name if held.band else None) == band
    assert (held.next_band.name if held.next_band else None) == above
    assert held.to_next_band == away


def test_who_is_not_in_the_table_has_no_place() -> None:
    assert standing(field_of(WHOLE), "Z", BANDS) is None
    assert standing(field_of(WHOLE.head(0)), "Z", BANDS) is None


def test_the_best_of_a_field_known_in_part_is_the_one_ranked_first() -> None:
    held = standing(field_of(rows("A | 1/63 | 92\nB | 40/63 | 80")), "B", NO_BANDS)
    assert held is not None and held.best is not None
    assert (held.best.names, held.best.points) == (("A",), 12)


def test_no_rank_is_counted_where_some_values_are_missing() -> None:
    held = standing(field_of(rows("A | | 92\nB | | 80\nC | |")), "B", NO_BANDS)
    assert held is not None and held.rank is None


def test_a_league_known_in_part_has_no_middle() -> None:
    field = field_of(rows("X | 32/63 | 83,93\nY | 33/63 | 83,87\nZ | 57/63 | 80,89"))
    held = standing(field, "Y", NO_BANDS)
    assert held is not None and not field.complete
    assert (held.median, held.mean, held.best) == (None, None, None)
    assert held.following is not None and held.following.names == ("X",)  # its rank is one higher
    third = standing(field, "Z", NO_BANDS)
    assert third is not None and third.following is None  # ranks 34 to 56 are not known
    assert "Mới biết điểm của 3 trên 63 đơn vị" in str(said.incomplete(field))
    assert said.against(None, "trung vị", PAR).startswith("không lấy được trung vị")


def test_a_missing_value_is_not_zero_and_a_blank_rank_is_counted_in_a_whole_field() -> None:
    blank = field_of(rows("A | 1/2 | 90\nB | 2/2 |"))
    held = standing(blank, "B", BANDS)
    assert held is not None and (held.value, held.rank, held.band) == (None, 2, None)
    counted = standing(field_of(rows("A | | 90\nB | | 91\nC | | 89")), "A", NO_BANDS)
    assert counted is not None and (counted.rank, counted.printed, counted.size) == (2, False, 3)
    assert "xếp theo điểm, bảng không ghi hạng" in said.place(counted, PAR)


@settings(max_examples=25)
@given(two_years())
def test_rounding_never_leaves_the_own_place_out(pair: tuple[Field, Field]) -> None:
    for organisation in pair[0].members["organisation"]:
        held = standing(pair[0], organisation, NO_BANDS)
        assert held is not None and held.rank is not None
        assert held.first_place is not None and held.last_place is not None
        assert held.first_place <= held.rank <= held.last_place <= held.size


def test_the_ministries_of_2023(store) -> None:
    with (FACTS / "bo-par-2023.csv").open(encoding="utf-8") as file:
        lines = [
            f"{row['Bộ, cơ quan ngang bộ']} | {row['Bộ, cơ quan ngang bộ']} | {row['Xếp hạng']}/17"
            f" | {row['Chỉ số tổng hợp (PAR Index 2023)']}"
            for row in csv.DictReader(file)
        ]
    batch = load_league(
        store, "\n".join(["STT | Đơn vị | Hạng | Chỉ số", *lines]), level="bộ", year=2023
    )
    field = field_of(ask(store.query, "ranking_field", batch=batch))
    held = standing(field, "Bộ Y Tế", ask(store.query, "ranking_bands", **_bands("bộ", 2023)))
    assert (field.size, field.complete) == (17, True)
    assert held is not None and held.mean is not None and held.following is not None
    assert round(held.mean.value, 2) == 84.38  # as published
    assert (held.rank, held.following.points) == (15, 0.27)  # 80,07 − 79,80


def test_one_named_unit_is_no_field() -> None:
    """'Sở Tư pháp dẫn đầu với 94,49 %' does not say among how many."""
    alone = field_of(rows("A | 1 | 94,49"))
    assert (alone.size, alone.complete) == (None, False)
    held = standing(alone, "A", NO_BANDS)
    assert held is not None
    assert (held.median, held.mean) == (None, None)
    assert said.place(held, PAR).endswith("hạng 1")
    assert said.field(alone, PAR).startswith("Mới biết một đơn vị")
    assert "không ghi cả nhóm" in str(said.incomplete(alone))
    later = change(field_of(WHOLE), alone, "A", 2020)
    assert later is not None
    assert later.places is None
    assert "không so hạng" in since.change(later, PAR)


def _bands(level: str, year: int) -> dict[str, object]:
    return {"index_name": "PAR", "level": level, "year": year}
