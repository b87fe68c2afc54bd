"""Is it told who answers alone, who with others, and where only a group is named?"""

import plotly.graph_objects as go
import pytest

from scoring.charts.units import (
    GROUP,
    GROUP_MARK,
    JOINT,
    MOST_BARS,
    NAMED,
    SOLE,
    unit_bars,
    unit_criteria_bars,
)
from tests.charts.material import codes, frame, labels, lengths

HEAD = "unit | group | lead_only | shared | in_full"
UNITS = f"""
    {HEAD}
    Sở Tài chính        |     | 3,13 | 3,275 | 3,42
    Các sở, ban, ngành  | yes | 0    | 4     | 9
    Sở Nội vụ           |     | 0    | 0     | 0
"""
CRITERIA_HEAD = "code | title | short_title | lost_points | share_of_leads"
CRITERIA = f"""
    {CRITERIA_HEAD}
    6.1.2 | Kinh phí   |  | 1    | 1
    6.1.1 | Giải ngân  |  | 0,29 | 0,5
    6.1.9 | Không mất  |  | 0    | 1
"""


def units(text: str):
    rows = frame(text)
    return rows.assign(unit_group=rows["group"].notna()).drop(columns="group")


def named(figure):
    return {one.name: one for one in figure.data if one.showlegend}


@pytest.mark.parametrize(
    ("mode", "found"),
    [
        ("lead_only", {NAMED: ([3.13], ["Sở Tài chính"])}),
        (
            "shared",
            {NAMED: ([3.275], ["Sở Tài chính"]), GROUP: ([4], ["Các sở, ban, ngành"])},
        ),
        ("in_full", {NAMED: ([3.42], ["Sở Tài chính"]), GROUP: ([9], ["Các sở, ban, ngành"])}),
    ],
)
def test_each_way_of_counting_draws_its_own_numbers(mode, found):
    drawn = named(unit_bars(units(UNITS), mode))
    assert {name: (lengths(bar), codes(bar)) for name, bar in drawn.items()} == found


def test_a_group_is_told_by_pattern_and_by_word():
    figure = unit_bars(units(UNITS), "shared")
    bars = named(figure)
    assert bars[GROUP].marker.pattern.shape == "/"
    assert bars[NAMED].marker.pattern.shape is None
    assert labels(figure) == [f"Các sở, ban, ngành {GROUP_MARK}: 4,00", "Sở Tài chính: 3,275"]


def test_a_click_beside_a_bar_reports_the_unit_too():
    track = unit_bars(units(UNITS), "shared").data[0]
    assert codes(track) == ["Các sở, ban, ngành", "Sở Tài chính"]


def test_only_as_many_units_as_can_be_read():
    text = HEAD + "".join(f"\nSở {n} | | {n} | {n} | {n}" for n in range(1, MOST_BARS + 5))
    assert lengths(named(unit_bars(units(text), "shared"))[NAMED])[0] == MOST_BARS + 4
    assert len(labels(unit_bars(units(text), "shared"))) == MOST_BARS


def test_a_units_criteria_tell_what_it_leads_alone_from_what_with_others():
    figure = unit_criteria_bars(frame(CRITERIA))
    bars = named(figure)
    assert (lengths(bars[SOLE]), codes(bars[SOLE])) == ([1], ["6.1.2"])
    assert (lengths(bars[JOINT]), codes(bars[JOINT])) == ([0.29], ["6.1.1"])
    assert bars[JOINT].marker.pattern.shape == "/"
    assert labels(figure) == ["6.1.2 Kinh phí: 1,00", "6.1.1 Giải ngân: 0,29"]


def test_a_missing_loss_has_no_bar():
    figure = unit_criteria_bars(frame(f"{CRITERIA_HEAD}\n1 | Báo cáo | | | 1"))
    assert (labels(figure), named(figure)) == ([], {})


@pytest.mark.parametrize("text", [HEAD, f"{HEAD}\nSở Nội vụ | | 0 | 0 | 0"])
def test_no_unit_and_no_loss_are_figures_too(text):
    assert isinstance(unit_bars(units(text), "shared"), go.Figure)
    assert isinstance(unit_criteria_bars(frame(CRITERIA_HEAD)), go.Figure)
