"""Does a league's figure show values and limits, and never ranks of two fields on one axis?"""

import pandas as pd

from scoring.charts import theme
from scoring.charts.ranking import league
from scoring.charts.ranking_spread import domain_spread
from scoring.charts.ranking_years import places_by_year
from scoring.text.format import percent
from tests.charts.material import labels, lines, plain

FIGURES = ("value", "rank", "field_size")


def members(count: int, *, lowest: float = 80.0) -> pd.DataFrame:
    """Made-up members, best first, one tenth of a point apart."""
    rows = [
        {
            "organisation": f"u{at}",
            "label": f"Đơn vị giả lập {at}",
            "rank": at,
            "field_size": count,
            "value": lowest + (count - at) / 10,
        }
        for at in range(1, count + 1)
    ]
    return pd.DataFrame(rows)


def drawn(frame: pd.DataFrame, own: str = "u2", **more):
    known = {"limits": [], "median": None, "written": percent}
    return league(frame, own=own, **{**known, **more})


def places(*rows: tuple[int, str, bool, int, int, float | None]) -> pd.DataFrame:
    names = ("year", "organisation", "own", "rank", "field_size", "value")
    frame = pd.DataFrame(rows, columns=names)
    return frame.assign(name=frame["organisation"], segment=0)


def test_a_click_on_a_member_reports_who_it_is() -> None:
    figure = drawn(members(3))
    assert [carried[0] for carried in figure.data[0].customdata] == ["u1", "u2", "u3"]
    assert figure.data[0].marker.symbol == ("circle", "diamond", "circle")


def test_a_member_without_a_value_draws_nothing() -> None:
    frame = members(3)
    frame.loc[1, "value"] = None
    assert len(drawn(frame, own="u1").data[0].x) == 2


def test_limits_near_the_values_are_drawn_with_their_words() -> None:
    limits = [("A: từ 90 %", 90.0), ("B: từ 80 %", 80.0), ("C: từ 70 %", 70.0)]
    figure = drawn(members(9), limits=limits, median=80.4)
    assert labels(figure) == ["B: từ 80 %", "trung vị 80,40 %"]
    assert [shape.x0 for shape in figure.layout.shapes] == [80.0, 80.4]


def test_a_few_members_are_all_named_and_of_many_the_first_the_own_and_the_last() -> None:
    assert len(drawn(members(17)).layout.yaxis.ticktext) == 17
    many = drawn(members(120), own="u60")
    assert [plain(text) for text in many.layout.yaxis.ticktext] == [
        "1. Đơn vị giả lập 1",
        "60. Đơn vị giả lập 60",
        "120. Đơn vị giả lập 120",
    ]
    assert many.layout.height < 900


def test_names_leave_room_for_the_dots_on_a_phone() -> None:
    frame = members(3).assign(label="Sở Nông nghiệp & <b>Môi trường</b> và nhiều tên rất dài nữa")
    figure = drawn(frame)
    assert max(map(len, lines(figure))) <= theme.LABEL_WIDTH
    assert "<b>Môi" not in figure.to_json().replace("\\u003c", "<")


def test_values_of_other_sources_are_drawn_hollow_beside_the_one_that_counts() -> None:
    others = pd.DataFrame([{"organisation": "u1", "name": "Hải Phòng", "value": 91.81}])
    figure = drawn(members(3), others=others)
    assert figure.data[1].x == (91.81,)
    assert figure.data[1].marker.symbol == "circle-open"
    assert figure.data[1].y == (0,)


def test_years_are_on_an_axis_of_values_and_ranks_are_words() -> None:
    figure = places_by_year(
        places((2024, "Cũ", False, 32, 63, 83.0), (2025, "Mới", True, 11, 34, 85.0)), percent
    )
    old, new = figure.data
    assert (old.y, new.y) == ((83.0,), (85.0,))
    assert "hạng 11/34" in new.text[0]
    assert (old.line.dash, new.line.dash) == ("dot", "solid")
    # where the field changes from 63 to 34 a line says so
    assert [plain(note.text) for note in figure.layout.annotations] == ["63 → 34 đơn vị"]
    assert figure.layout.shapes[0].x0 == 0.5


def test_no_line_goes_over_a_missing_year_or_a_break() -> None:
    two = places((2018, "A", True, 5, 63, 83.0), (2021, "A", True, 2, 63, 91.0))
    figure = places_by_year(two.assign(segment=[0, 1]), percent)
    assert [list(trace.x) for trace in figure.data] == [["2018"], ["2021"]]
    assert [trace.showlegend for trace in figure.data] == [True, False]
    assert figure.layout.xaxis.categoryarray == ("2018", "2019", "2020", "2021")


def test_an_unchanged_field_draws_no_break() -> None:
    figure = places_by_year(
        places((2019, "A", True, 40, 63, 80.66), (2020, "A", True, 32, 63, 83.93)), percent
    )
    assert not figure.layout.shapes and len(figure.data) == 1
    assert [text.replace("\u00a0", " ") for text in figure.data[0].text] == [
        "80,66 %<br>hạng 40/63",
        "83,93 %<br>hạng 32/63",
    ]


def test_a_domain_has_its_range_its_middle_half_and_the_own_value() -> None:
    rows = pd.DataFrame(
        [("1", "Chỉ đạo", 50.0, 70.0, 80.0, 90.0, 100.0, 60.0)],
        columns=["code", "short_title", "low", "q1", "median", "q3", "high", "own"],
    )
    figure = domain_spread(rows, own="Lâm Đồng")
    whole, half, middle, own = figure.data
    assert (whole.base, whole.x) == ((50.0,), (50.0,))
    assert (half.base, half.x) == ((70.0,), (20.0,))
    assert (middle.x, own.x) == ((80.0,), (60.0,))
    assert labels(figure) == ["1 Chỉ đạo 60,0 %; trung vị 80,0 %; nửa giữa 70,0–90,0 %"]
    assert len(domain_spread(rows).data) == 3
