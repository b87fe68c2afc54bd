"""Is each cell of the heatmap the unit's own, readable with few and with many units?"""

from collections.abc import Sequence

import pandas as pd
import pytest
from numpy import interp
from plotly.colors import hex_to_rgb
from plotly.graph_objects import Figure

from scoring.charts.members import darkest, heatmap

DOMAINS = pd.DataFrame({"code": ["1", "2"], "short_title": ["Chỉ đạo", "Thể chế"]})


def units(count: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "organisation": [f"u{at}" for at in range(count)],
            "name": [f"Sở {at} giả lập <i>" for at in range(count)],
            "label": [f"Sở {at} giả lập <i>" for at in range(count)],
            "index_value": [99.0 - at / 10 for at in range(count)],
            "told": "",
        }
    )


def cells(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["organisation", "code", "reached"])
    return frame.assign(max_points=10.0, points=frame["reached"].astype(float) / 10)


def test_the_index_stands_first_and_a_blank_is_no_zero() -> None:
    figure = heatmap(
        units(2), cells(("u0", "1", 80.0), ("u0", "2", 100.0), ("u1", "1", 0.0)), DOMAINS
    )
    assert told(figure, "z") == [[99.0, 80.0, 100.0], [98.9, 0.0, None]]
    assert told(figure, "text") == [["99,0", "80,0", "100"], ["98,9", "0,0", None]]


def told(figure: Figure, name: str) -> list[list[object]]:
    """What the light and the dark cells say together; each cell stands in one of them at most."""
    light, dark = (getattr(trace, name) for trace in figure.data[:2])
    pairs = [list(zip(*rows, strict=True)) for rows in zip(light, dark, strict=True)]
    said = [[[one for one in pair if one not in (None, "")] for pair in row] for row in pairs]
    assert all(len(one) <= 1 for row in said for one in row)
    return [[next(iter(one), None) for one in row] for row in said]


def test_the_words_of_every_cell_stand_out_from_its_colour() -> None:
    every = cells(*((f"u{at}", "1", 60.0 + at) for at in range(41)))
    figure = heatmap(units(41), every, DOMAINS)
    for trace in figure.data[:2]:
        values = [value for row in trace.z for value in row if value is not None]
        assert values
        words = brightness(hex_to_rgb(trace.textfont.color))
        places, hexes = zip(*trace.colorscale, strict=True)
        for value in values:
            at = max(value - trace.zmin, 0) / (100 - trace.zmin)
            parts = zip(*map(hex_to_rgb, hexes), strict=True)
            low, high = sorted((words, brightness([interp(at, places, part) for part in parts])))
            assert (high + 0.05) / (low + 0.05) >= 4.4


def brightness(colour: Sequence[float]) -> float:
    """The relative luminance of red, green and blue from 0 to 255. Source: WCAG 2.2."""
    parts = [one / 255 for one in colour]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def test_a_click_on_any_cell_of_a_row_reports_the_unit() -> None:
    figure = heatmap(units(2), cells(("u0", "1", 80.0)), DOMAINS)
    targets = figure.data[-1]
    assert [carried[0] for carried in targets.customdata] == ["u0"] * 3 + ["u1"] * 3
    assert list(targets.y) == [0, 0, 0, 1, 1, 1]
    assert "bảng của đơn vị không in lĩnh vực này" in targets.hovertext[5]
    assert "8,00 trên 10,00 điểm" in targets.hovertext[1]
    assert targets.marker.opacity == targets.unselected.marker.opacity == 0


@pytest.mark.parametrize("count", [1, 20, 120])
def test_every_unit_has_a_row_of_its_own(count: int) -> None:
    figure = heatmap(units(count), cells(("u0", "1", 80.0)), DOMAINS)
    assert len(figure.layout.yaxis.ticktext) == count
    assert figure.layout.height >= 24 * count
    assert "<i>" not in "".join(figure.layout.yaxis.ticktext)
    assert figure.layout.separators == ",."


def test_a_long_name_is_cut_beside_the_cells_and_whole_when_pointed_at() -> None:
    name = "Sở Văn hóa, Thể thao và Du lịch"
    figure = heatmap(units(1).assign(label=name, name=name), cells(("u0", "1", 80.0)), DOMAINS)
    assert figure.layout.yaxis.ticktext == ("Sở Văn hóa, Thể thao…",)
    assert name in figure.data[-1].hovertext[0]


def test_one_extreme_does_not_pale_the_others() -> None:
    rows = [("u0", str(at), 80.0 + at % 20) for at in range(60)]
    usual = darkest(cells(*rows))
    assert usual == darkest(cells(*rows, ("u1", "1", 3.0))) == 80
    figure = heatmap(units(2), cells(("u0", "1", 3.0), *(("u1", "2", 95.0),) * 60), DOMAINS)
    assert (figure.data[0].zmin, figure.data[0].zmax) == (90, 100)


def test_the_colours_are_those_of_all_units_not_of_those_drawn() -> None:
    every = cells(*((f"u{at}", "1", 60.0 + at) for at in range(40)))
    ends = heatmap(units(40).tail(5), every, DOMAINS)
    assert ends.data[0].zmin == heatmap(units(40).head(5), every, DOMAINS).data[0].zmin == 61


def test_no_known_cell_has_a_scale_all_the_same() -> None:
    assert darkest(cells()) == darkest(cells(("u0", "1", None))) == 90


def test_more_of_the_index_is_said_when_it_is_pointed_at() -> None:
    figure = heatmap(units(1).assign(told="+1,20 so với 2024"), cells(("u0", "1", 80.0)), DOMAINS)
    assert "+1,20 so với 2024" in figure.data[-1].hovertext[0]
    assert "+1,20" not in figure.data[-1].hovertext[1]
