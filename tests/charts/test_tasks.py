"""Are tasks counted by state, told apart without colour, and clickable?"""

import pandas as pd
import plotly.graph_objects as go
import pytest

from scoring.charts.tasks import MOST_ROWS, state_bars
from tests.charts.material import codes, labels, lengths

STATES = {"overdue": "Quá hạn", "doing": "Đang làm", "done": "Hoàn thành"}
QUARTERS = pd.DataFrame(
    {
        "key": ["2021-3", "2021-4"],
        "label": ["Quý III/2021: 5 nhiệm vụ", "Quý IV/2021 <b>(quý này)</b>: 2 nhiệm vụ"],
        "overdue": [2, 0],
        "doing": [3, 1],
        "done": [0, 1],
    }
)


def named(figure: go.Figure) -> dict[str, go.Bar]:
    return {one.name: one for one in figure.data if one.showlegend}


def test_states_lie_end_to_end() -> None:
    bars = named(state_bars(QUARTERS, STATES))
    assert {name: (lengths(bar), list(bar.base)) for name, bar in bars.items()} == {
        "Quá hạn": ([2], [0]),
        "Đang làm": ([3, 1], [2, 0]),
        "Hoàn thành": ([1], [1]),
    }


def test_each_mark_and_the_room_beside_it_report_their_row() -> None:
    figure = state_bars(QUARTERS, STATES)
    assert codes(figure.data[0]) == ["2021-3", "2021-4"]
    assert codes(named(figure)["Hoàn thành"]) == ["2021-4"]


def test_states_are_told_apart_without_colour() -> None:
    bars = named(state_bars(QUARTERS, STATES)).values()
    assert len({(bar.marker.pattern.shape, bar.marker.color) for bar in bars}) == len(STATES)
    assert named(state_bars(QUARTERS, STATES))["Quá hạn"].marker.pattern.shape == "/"


def test_text_of_a_file_is_never_markup() -> None:
    text = str(state_bars(QUARTERS, STATES).layout.annotations[1].text)
    assert "&lt;b&gt;" in text and "<b>" not in text


@pytest.mark.parametrize(("most", "step"), [(1, 1), (6, 1), (7, 2), (40, 10), (900, 200)])
def test_ticks_are_whole_tasks(most: int, step: int) -> None:
    figure = state_bars(QUARTERS.assign(overdue=[most, 0], doing=0, done=0), STATES)
    assert figure.layout.xaxis.dtick == step


def test_no_row_and_many_rows_are_figures() -> None:
    assert isinstance(state_bars(QUARTERS.head(0), STATES), go.Figure)
    many = pd.concat([QUARTERS] * MOST_ROWS, ignore_index=True)
    assert len(labels(state_bars(many, STATES))) == MOST_ROWS
