"""Where do the lines of a trend stop, and whose are they?"""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.messages import trends as said
from scoring.analysis.trend_breaks import cuts, missing_years, with_segments
from scoring.analysis.trend_lines import all_cuts, drawn, lines, whose, without
from scoring.ingest.reference import Break, CriteriaSet, Criterion, Organisation, Successor

MERGED = date(2025, 7, 1)


@dataclass(frozen=True)
class Known:
    """What a test says that the reference files say."""

    organisations: tuple[Organisation, ...] = (
        Organisation("old", "Lâm Đồng", "tỉnh", valid_to=date(2025, 6, 30)),
        Organisation("other", "Đắk Nông", "tỉnh", valid_to=date(2025, 6, 30)),
        Organisation("new", "Lâm Đồng", "tỉnh", valid_from=MERGED),
    )
    successors: tuple[Successor, ...] = (
        Successor("old", "new", MERGED, "tỉnh", "s"),
        Successor("other", "new", MERGED, "tỉnh", "s"),
    )
    breaks: tuple[Break, ...] = (Break("SIPAS", None, 2022, "đo thêm khâu chính sách", "s"),)
    criteria_sets: tuple[CriteriaSet, ...] = field(default=())


def years(text: str, index_name: str = "PAR") -> pd.DataFrame:
    """'2019 80,66; 2020 83,93' as the question `trend_values` gives it."""
    pairs = [part.split() for part in text.split(";") if part.strip()]
    return pd.DataFrame(
        {
            "index_name": index_name,
            "year": [int(year) for year, _ in pairs],
            "level": "tỉnh",
            "percent": [float(value.replace(",", ".")) for _, value in pairs],
        }
    )


def one_set(id_: str, first: int, last: int | None, *, decision: str | None, criteria=False):
    held = {"1": Criterion("1", "Một")} if criteria else {}
    return CriteriaSet(id_, "PAR", "tỉnh", first, last, 100.0, decision, f"Bộ {id_}", "s", held)


def test_a_missing_year_and_a_break_end_a_segment() -> None:
    found = with_segments(years("2018 80; 2019 81; 2021 82; 2022 83; 2023 84"), [2022])
    assert found["segment"].tolist() == [0, 0, 1, 2, 2]
    assert found["step"].fillna(0).tolist() == [0, 1, 0, 0, 1]
    assert missing_years(found) == [2020]


def test_a_break_counts_between_years_that_are_there_only() -> None:
    known = Known().breaks
    assert [one.year for one in cuts("SIPAS", "tỉnh", [2020, 2023], known, ())] == [2022]
    assert cuts("SIPAS", "tỉnh", [2022, 2023], known, ()) == ()
    assert cuts("SIPAS", "tỉnh", [2019, 2020], known, ()) == ()
    assert cuts("PAR", "tỉnh", [2020, 2023], known, ()) == ()


def test_a_break_of_one_level_is_none_of_another() -> None:
    known = (Break("PAR", "sở", 2021, "thang khác", "s"),)
    assert len(cuts("PAR", "sở", [2020, 2021], known, ())) == 1
    assert cuts("PAR", "tỉnh", [2020, 2021], known, ()) == ()


def test_a_new_criteria_set_is_a_break_where_both_are_known() -> None:
    sets = (
        one_set("thang-100", 2012, None, decision=None),  # only says: out of 100
        one_set("mot", 2016, 2019, decision="QĐ 1"),
        one_set("hai", 2020, 2021, decision=None, criteria=True),
        one_set("ba", 2024, None, decision="QĐ 3"),
    )
    found = cuts("PAR", "tỉnh", range(2014, 2026), (), sets)
    # 2015 → 2016: the set before is not known; 2022, 2023: no set known; 2024: another than 2021's
    assert [one.year for one in found] == [2020, 2024]
    assert "Bộ hai" in found[0].reason and "QĐ 3" in found[1].reason


def test_a_set_counts_though_nothing_is_loaded_of_its_year() -> None:
    sets = (
        one_set("mot", 2020, 2020, decision="QĐ 1"),
        one_set("hai", 2022, None, decision="QĐ 2"),
    )
    assert [one.year for one in cuts("PAR", "tỉnh", [2019, 2023], (), sets)] == [2022]
    assert cuts("PAR", "tỉnh", [2021, 2023], (), sets) == ()  # nobody knows the set of 2021


def test_the_names_of_the_time_are_one_organisation_alone() -> None:
    assert whose("old", Known().successors, now=False) == ("old",)
    assert whose("new", Known().successors, now=False) == ("new",)


@pytest.mark.parametrize("asked", ["old", "other", "new"])
def test_todays_organisation_stands_before_all_that_went_into_it(asked: str) -> None:
    assert whose(asked, Known().successors, now=True) == ("new", "old", "other")


def test_who_never_merged_is_alone_and_chains_are_followed() -> None:
    chain = (
        Successor("a", "b", MERGED, "tỉnh", "s"),
        Successor("b", "c", date(2030, 1, 1), "tỉnh", "s"),
    )
    assert whose("gia-lai", chain, now=True) == ("gia-lai",)
    assert whose("a", chain, now=True) == ("c", "b", "a")


FRAMES = {
    "new": years("2025 88"),
    "old": years("2022 80; 2023 82; 2024 84"),
    "other": years("2023 70; 2024 72"),
}


def test_merged_provinces_are_lines_of_their_own_that_end() -> None:
    shown = lines(FRAMES, "PAR", Known(), {})
    assert [one.label for one in shown] == [
        "Lâm Đồng (từ 7/2025)",
        "Lâm Đồng (trước 7/2025)",
        "Đắk Nông",
    ]
    assert [one.ended for one in shown] == [False, True, True]
    frame = drawn(shown)
    assert frame["percent"].tolist() == [88, 80, 82, 84, 70, 72]  # every value once, no other
    assert frame.loc[frame["ended"], "year"].tolist() == [2024, 2024]
    assert list(said.ends(shown)) == [
        "✕ Lâm Đồng (trước 7/2025), Đắk Nông: số liệu đến năm 2024; từ 01/07/2025 nhập vào "
        "Lâm Đồng (từ 7/2025) nên đường không đi tiếp."
    ]
    assert "không cộng, không lấy trung bình" in (said.together(shown) or "")


def test_a_line_that_stops_long_before_the_merger_has_no_mark_of_it() -> None:
    (line,) = lines({"old": years("2019 80,66; 2020 83,93")}, "PAR", Known(), {})
    assert not line.ended
    assert next(said.ends([line])).startswith("Lâm Đồng: số liệu đến năm 2020")


def test_who_has_no_value_is_named() -> None:
    frames = {"new": years("2025 5", "PAPI"), "old": years("2024 84")}
    assert without(frames, "PAR", Known(), {}) == ["Lâm Đồng (từ 7/2025)"]
    assert said.without(["Đắk Nông"], "PAR") == "Chưa có số liệu PAR của Đắk Nông."
    assert said.without([], "PAR") is None


def test_the_national_satisfaction_is_told_in_percentage_points() -> None:
    nation = years("2022 80,08; 2023 82,66; 2024 83,94", "SIPAS")
    (line,) = lines({"ca-nuoc": nation}, "SIPAS", Known(), {"ca-nuoc": "Cả nước"})
    plain = said.steps(line).replace("\u00a0", " ")
    assert plain == "80,08 % (2022) → 82,66 % (2023, +2,58 điểm %) → 83,94 % (2024, +1,28 điểm %)"
    assert said.headline(line, "SIPAS").replace("\u00a0", " ") == (
        "SIPAS của Cả nước tăng chậm lại: 83,94 % năm 2024, +1,28 điểm % so với năm 2023, "
        "+3,86 điểm % so với năm 2022"  # 83,94 − 80,08
    )


def test_nothing_is_compared_across_a_break() -> None:
    sipas = years("2020 85; 2021 86; 2022 80; 2023 81", "SIPAS")
    (line,) = lines({"x": sipas}, "SIPAS", Known(), {"x": "X"})
    assert "‖ 80,00" in said.steps(line)
    head = said.headline(line, "SIPAS")
    assert "cần 3 năm" in head and "2021" not in head
    assert list(said.breaks(all_cuts([line]))) == [
        "① Chuỗi gãy ở năm 2022: đo thêm khâu chính sách. Không so các năm trước với các năm sau."
    ]


def test_one_year_and_gaps_say_so() -> None:
    (line,) = lines({"x": years("2018 80; 2021 82")}, "PAR", Known(), {"x": "X"})
    assert "chưa có năm liền trước so được" in said.headline(line, "PAR")
    assert list(said.gaps([line])) == [
        "X: không có số liệu năm 2019, 2020 nên đường để hở, không nối."
    ]


@given(
    st.dictionaries(st.integers(2000, 2030), st.floats(0, 100), min_size=1),
    st.sets(st.integers(2000, 2030)),
)
def test_no_segment_spans_a_gap_or_a_break(values: dict[int, float], at: set[int]) -> None:
    frame = pd.DataFrame({"year": list(values), "percent": list(values.values())})
    found = with_segments(frame, at)
    assert sorted(found["percent"]) == sorted(values.values())
    for _, segment in found.groupby("segment"):
        held = segment["year"].tolist()
        assert held == list(range(held[0], held[-1] + 1))
        assert not at & set(held[1:])
