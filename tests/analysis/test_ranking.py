"""Where does an organisation stand, how far is the next step, and why did the rank move?"""

import csv
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.analysis.messages import ranking as said
from scoring.analysis.messages import ranking_change as since
from scoring.analysis.messages.ranking_words import Measure
from scoring.analysis.questions import ask
from scoring.analysis.ranking import Field, disagreeing, field_of, standing
from scoring.analysis.ranking_change import change
from scoring.analysis.ranking_names import about_today, with_labels, with_other_sources
from scoring.analysis.ranking_years import with_lines
from tests.analysis.material import load_league

FACTS = Path(__file__).parents[2] / "data" / "samples" / "facts"
PAR = Measure("PAR", "tỉnh")
NO_BANDS = pd.DataFrame(columns=["band", "lower", "upper", "source"])
BANDS = pd.DataFrame(
    [("A", 90.0, None, "báo"), ("B", 80.0, 90.0, "báo"), ("C", 70.0, 80.0, "báo")],
    columns=["band", "lower", "upper", "source"],
)


def rows(text: str) -> pd.DataFrame:
    """Rows as `ranking_field` gives them, 'id | 2/5 | 83,93'; the first row of an id is current."""
    made, seen = [], set()
    for number, line in enumerate(text.strip().splitlines()):
        name, place, value = (cell.strip() for cell in line.split("|"))
        rank, _, size = place.partition("/")
        made.append(
            {
                "organisation": name,
                "name": name,
                "today": None,
                "rank": int(rank) if rank else None,
                "field_size": int(size) if size else None,
                "value": float(value.replace(",", ".")) if value else None,
                "current": name not in seen,
                "source": f"nguồn {number}",
                "batch": "b",
                "row": number,
            }
        )
        seen.add(name)
    numbers = {"rank": "Int64", "field_size": "Int64", "value": "Float64"}
    return pd.DataFrame(made).astype(numbers)


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


# Hải Phòng's PAR Index of 2023: 91,87 in https://en.baochinhphu.vn/moj-quang-ninh-province-lead-
# public-administrative-reform-index-111240417164329841.htm (Quảng Ninh 92,18 as well), 91,81 in
# https://en.doanhnghiephoinhap.vn/hai-phong-ranks-2nd-out-of-63-provinces-and-cities-in-the-par-
# index-with-91-81.html; both are kept, the one printed first counts.
def test_sources_that_disagree_are_both_kept() -> None:
    league = rows("Quảng Ninh | 1/63 | 92,18\nHải Phòng | 2/63 | 91,87\nHải Phòng | 2/63 | 91,81")
    field = field_of(league)
    held = standing(field, "Hải Phòng", BANDS)
    assert held is not None and (held.value, held.size, field.known) == (91.87, 63, 2)
    (both,) = disagreeing(league)
    assert said.disagreement(both, PAR).replace("\u00a0", " ") == (
        "Hải Phòng có 2 giá trị khác nhau, giữ cả: 91,87 % (nguồn 1, đang dùng) và "
        "91,81 % (nguồn 2)"
    )


def test_values_of_other_sources_follow_the_one_that_counts() -> None:
    league = rows("A | 1/2 | 92\nB | 2/2 | 91,87\nB | 2/2 | 91,81")
    field = field_of(league)
    labelled = replace(field, members=with_labels(field.members, today=False))
    listed = with_other_sources(labelled, league)
    assert listed["label"].tolist() == ["A", "B", "B (nguồn khác)"]
    assert listed["value"].tolist() == [92.0, 91.87, 91.81]


def test_points_rise_and_the_rank_falls() -> None:
    before = field_of(rows("A | 1/4 | 90\nB | 2/4 | 80\nC | 3/4 | 79,9\nD | 4/4 | 79,8"))
    now = field_of(rows("A | 1/4 | 91\nC | 2/4 | 82\nD | 3/4 | 81\nB | 4/4 | 80,8"))
    moved = change(now, before, "B", 2019)
    assert moved is not None
    assert (moved.points, moved.places) == (0.8, -2)
    assert [one.name for one in moved.passed_by] == ["C", "D"]
    assert since.change(moved, PAR) == ("Điểm tăng 0,80, hạng giảm 2 (2/4 → 4/4) vì 2 đơn vị vượt")
    assert since.passings("Đã vượt lên trước", moved.passed_by, PAR, 0.01) == (
        "Đã vượt lên trước: C (3 → 2) và D (4 → 3)"
    )


def test_one_passes_some_and_is_passed_by_others() -> None:
    before = field_of(rows("A | 1/4 | 90\nB | 2/4 | 80\nC | 3/4 | 79\nD | 4/4 | 78"))
    now = field_of(rows("C | 1/4 | 92\nD | 2/4 | 91\nB | 3/4 | 90,5\nA | 4/4 | 90"))
    moved = change(now, before, "B", 2019)
    assert moved is not None
    assert since.change(moved, PAR).endswith("hạng giảm 1 (2/4 → 3/4) vì 2 đơn vị vượt, vượt lại 1")


def test_a_passing_that_rounding_explains_is_told_apart() -> None:
    before = field_of(rows("A | 1/3 | 90,12\nB | 2/3 | 80\nC | 3/3 | 79"))
    now = field_of(rows("A | 1/3 | 90,12\nC | 2/3 | 80,01\nB | 3/3 | 80"))
    moved = change(now, before, "B", 2019)
    assert moved is not None and moved.passed_by[0].inside_rounding
    told = since.passings("Đã vượt", moved.passed_by, PAR, moved.tolerance)
    assert told.endswith("1 trong số đó chỉ cách không quá 0,01 điểm")


def test_ranks_of_fields_of_different_sizes_are_not_compared() -> None:
    before = field_of(rows("A | 1/63 | 90\nB | 32/63 | 83"))
    now = field_of(rows("A | 1/34 | 90\nB | 11/34 | 84"))
    moved = change(now, before, "B", 2024)
    assert moved is not None and moved.places is None
    assert since.change(moved, PAR) == (
        "Điểm tăng 1,00, không so hạng: năm 2024 xếp 63 đơn vị, năm sau xếp 34"
    )
    assert "không đặt chung một trục" in str(since.fields_apart([63, 63, 34]))
    assert since.fields_apart([63, 63]) is None


def test_what_is_not_known_of_others_is_said() -> None:
    before = field_of(rows("A | 1/63 | 90\nB | 40/63 | 80,66"))
    now = field_of(rows("A | 1/63 | 90\nB | 32/63 | 83,93"))
    moved = change(now, before, "B", 2019)
    assert moved is not None and not moved.everybody_known
    assert since.change(moved, PAR).startswith("Điểm tăng 3,27, hạng tăng 8 (40/63 → 32/63); ")
    assert "của 1 trên 62 đơn vị khác" in since.change(moved, PAR)
    assert since.others_moved(moved) is None  # rows that were not found did not come or go
    assert change(now, before, "C", 2019) is None


@st.composite
def two_years(draw: st.DrawFn) -> tuple[Field, Field]:
    """The same members in two years, values with two decimals, ranks as competitions give them."""
    size = draw(st.integers(2, 7))
    fields = []
    for _ in range(2):
        values = draw(st.lists(st.integers(7000, 7040), min_size=size, max_size=size))
        text = "\n".join(f"u{at} | | {value / 100}" for at, value in enumerate(values))
        fields.append(field_of(rows(text)))
    return fields[0], fields[1]


@settings(max_examples=25)
@given(two_years())
def test_the_passings_explain_the_change_of_rank_exactly(pair: tuple[Field, Field]) -> None:
    now, before = pair
    for organisation in now.members["organisation"]:
        moved = change(now, before, organisation, 2019)
        assert moved is not None and moved.everybody_known
        assert moved.places == len(moved.passed) - len(moved.passed_by)


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


def test_lam_dong_rose_from_40_to_32_of_63(store, lam_dong) -> None:
    places = ask(store.query, "ranking_places", organisation="lam-dong")
    held = places.set_index("year")
    assert held["value"].to_dict() == {2019: 80.66, 2020: 83.93}
    fields = {
        year: field_of(ask(store.query, "ranking_field", batch=held.loc[year, "league"]))
        for year in (2019, 2020)
    }
    moved = change(fields[2020], fields[2019], "lam-dong", 2019)
    assert moved is not None and (moved.points, moved.places) == (3.27, 8)
    assert since.by_year(with_lines(places, []), PAR).replace("\u00a0", " ") == (
        "Năm 2020: 83,93 %, hạng 32/63; +3,27 điểm so với năm 2019 (hạng 40/63)"
    )


def test_years_apart_or_of_another_series_are_not_compared() -> None:
    places = pd.DataFrame(
        [
            (2018, 83.0, "A", True, 5, 63),
            (2021, 80.0, "A", True, 2, 63),
            (2022, 82.0, "A", True, 1, 63),
        ],
        columns=["year", "value", "organisation", "own", "rank", "field_size"],
    )
    whole, cut = with_lines(places, []), with_lines(places, [2022])
    assert (whole["segment"].tolist(), cut["segment"].tolist()) == ([0, 1, 1], [0, 1, 2])
    assert since.by_year(whole, PAR).endswith("+2,00 điểm so với năm 2021 (hạng 2/63)")
    assert "so với" not in since.by_year(cut, PAR)
    assert "so với" not in since.by_year(whole[whole["year"] <= 2021], PAR)
    assert str(since.lines_broken(["lý do"])).startswith("Đường bị ngắt vì lý do")
    assert since.lines_broken([]) is None


def test_old_provinces_keep_their_own_rows_under_the_names_of_today(store) -> None:
    _merge(store)
    text = """
        STT     | Đơn vị   | Hạng  | Chỉ số
        gia-lai | Gia Lai  | 10/63 | 84,00
        binh-dinh | Bình Định | 12/63 | 83,00
        ha-noi  | Hà Nội   | 1/63  | 90,00
    """
    batch = load_league(store, text, year=2023)
    rows_ = ask(store.query, "ranking_field", batch=batch)
    then = with_labels(rows_, today=False)["label"].tolist()
    now = with_labels(rows_, today=True)
    assert then == ["Gia Lai", "Bình Định", "Hà Nội"]
    assert now["label"].tolist() == [
        "Gia Lai (nay là Gia Lai mới)",
        "Bình Định (nay thuộc Gia Lai)",
        "Hà Nội",
    ]
    assert now["value"].tolist() == [84.0, 83.0, 90.0]  # nothing is averaged
    assert "không lấy trung bình" in about_today(rows_)


def test_a_merged_province_has_the_lines_of_those_it_came_from(store) -> None:
    _merge(store)
    former = "STT | Đơn vị | Hạng | Chỉ số\ngia-lai | Gia Lai | 10/63 | 84,00"
    load_league(store, former, year=2024)
    load_league(
        store, "STT | Đơn vị | Hạng | Chỉ số\ngia-lai-2025 | Gia Lai | 11/34 | 86,00", year=2025
    )
    places = ask(store.query, "ranking_places", organisation="gia-lai-2025")
    told = [(row.year, row.own, row.field_size) for row in places.itertuples()]
    assert told == [(2024, False, 63), (2025, True, 34)]
    assert since.no_year_before(2024, "Gia Lai", ["Gia Lai", "Bình Định"]) == (
        "Không so với năm 2024: khi đó Gia Lai và Bình Định còn là các đơn vị riêng, "
        "chưa sắp xếp thành Gia Lai"
    )


def _bands(level: str, year: int) -> dict[str, object]:
    return {"index_name": "PAR", "level": level, "year": year}


def _merge(store) -> None:
    """Gia Lai and Bình Định went into a new Gia Lai on 1 July 2025."""
    tables = ("organisation", "organisation_alias", "criteria_set", "criterion", "band")
    frames = {name: store.query(f"select * from {name}") for name in tables}
    heir = {"id": "gia-lai-2025", "name": "Gia Lai", "level": "tỉnh"}
    frames["organisation"] = pd.concat(
        [frames["organisation"].astype(object), pd.DataFrame([heir])], ignore_index=True
    )
    frames["successor"] = pd.DataFrame(
        [
            {
                "old": old,
                "new": "gia-lai-2025",
                "since": "2025-07-01",
                "scope": "tỉnh",
                "source": "",
            }
            for old in ("gia-lai", "binh-dinh")
        ]
    )
    store.replace_reference(frames, "merged")


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
