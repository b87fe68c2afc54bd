"""Do the lines of a trend stop where its series does, and small multiples share one range?"""

import pandas as pd
import pytest

from scoring.charts import theme
from scoring.charts.indices import part_bars
from scoring.charts.trend import index_trend, part_trends
from tests.charts.material import labels

LONG = "Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật tại tỉnh & <b>các</b> huyện"


def trend_lines(*rows: tuple[str, int, float, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["line", "year", "percent", "segment"])
    step = frame.groupby(["line", "segment"])["percent"].diff()
    return frame.assign(step=step, ended=False)


BROKEN = trend_lines(("X", 2020, 80, 0), ("X", 2021, 81, 0), ("X", 2023, 70, 1), ("X", 2024, 72, 1))


def part_rows(*names: str) -> pd.DataFrame:
    rows = [
        (at, name, year, 50.0 + at + year - 2020, 0 if year < 2022 else 1)
        for at, name in enumerate(names)
        for year in (2020, 2021, 2022)
    ]
    frame = pd.DataFrame(rows, columns=["panel", "name", "year", "percent", "segment"])
    return frame.assign(step=frame.groupby(["panel", "segment"])["percent"].diff())


def test_no_line_crosses_a_gap_or_a_break_and_the_missing_year_keeps_its_place() -> None:
    figure = index_trend(BROKEN, [(2023, "①")])
    assert [list(trace.x) for trace in figure.data] == [["2020", "2021"], ["2023", "2024"]]
    assert list(figure.layout.xaxis.categoryarray) == ["2020", "2021", "2022", "2023", "2024"]
    (mark,) = figure.layout.shapes
    assert mark.x0 == mark.x1 == 2.5  # between 2022 and 2023
    assert "①" in figure.layout.annotations[0].text


def test_values_and_changes_stand_on_a_short_line() -> None:
    nation = trend_lines(("N", 2022, 80.08, 0), ("N", 2023, 82.66, 0), ("N", 2024, 83.94, 0))
    (line,) = index_trend(nation, []).data
    assert [text.replace("\u00a0", " ") for text in line.text] == [
        "80,08 %",
        "82,66 %<br>+2,58 điểm %",
        "83,94 %<br>+1,28 điểm %",
    ]


def test_of_a_long_line_the_ends_of_each_series_carry_their_value() -> None:
    long = trend_lines(*(("X", 2010 + at, 80.0 + at, at // 5) for at in range(10)))
    said = [text for trace in index_trend(long, []).data for text in trace.text]
    assert [bool(text) for text in said] == [True, False, False, False, True] * 2


def test_several_lines_differ_by_more_than_colour_and_an_end_is_marked() -> None:
    frame = trend_lines(("A", 2023, 80, 0), ("A", 2024, 81, 0), ("B", 2024, 70, 0))
    frame.loc[1, "ended"] = True
    first, second = index_trend(frame, []).data
    assert list(first.marker.symbol) == ["circle", "x"]
    assert list(second.marker.symbol) == ["square"]
    assert "đường dừng" in first.hovertext[1] and "đường dừng" not in second.hovertext[0]


def test_small_multiples_share_years_and_range_and_break_alike() -> None:
    figure = part_trends(part_rows("Một", "Hai", LONG), [(2022, "①")])
    assert len(figure.data) == 6  # two series in each of three panels
    axes = [figure.layout[name] for name in ("yaxis", "yaxis2", "yaxis3")]
    assert len({tuple(axis.range) for axis in axes}) == 1
    assert len([shape for shape in figure.layout.shapes if shape.x0 == 2021.5]) == 3
    assert "Hai 53,0 % (2022)" in labels(figure)


def test_the_bars_of_one_index_carry_the_years_before() -> None:
    figure = part_bars(part_rows("Một", "Hai"), year=2022)
    track, bar, earlier, before = figure.data
    assert list(track.x) == [100, 100] and list(bar.x) == [52, 53]
    assert list(before.x) == [51, 52] and before.name == "Năm 2021"
    assert list(earlier.x) == [50, 51] and earlier.name == "Các năm trước đó"
    assert labels(figure)[0] == "Một: 52,00 %"  # 2022 begins another series: no change is told


FIGURES = {
    "trend": lambda: index_trend(BROKEN.assign(line=LONG), [(2023, "①")]),
    "parts": lambda: part_trends(part_rows(LONG), []),
    "bars": lambda: part_bars(part_rows(LONG), year=2022),
}


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES.keys())
def test_figures_keep_the_house_layout(figure) -> None:
    layout = figure().layout
    assert (layout.separators, layout.dragmode) == (",.", False)
    assert "<b>các" not in figure().to_json().replace("\\u003c", "<")
    texts = [note.text for note in layout.annotations]
    lines = [line for text in texts for line in text.replace("<b>", "").split("<br>")]
    assert all(len(line) <= max(theme.LABEL_WIDTH * 2, 60) for line in lines)


def test_words_stand_off_the_line_that_comes_and_goes() -> None:
    (line,) = index_trend(trend_lines(("X", 2022, 80, 0), ("X", 2023, 84, 0)), []).data
    assert list(line.textposition) == ["bottom center", "top center"]


def test_at_the_edges_of_a_long_line_words_turn_inwards() -> None:
    falling = trend_lines(*(("X", 2016 + at, 90.0 - at, 0) for at in range(10)))
    (line,) = index_trend(falling, []).data
    assert line.textposition[0] == "top right"
    assert line.textposition[-1] == "bottom left"


def test_words_turn_away_from_a_break() -> None:
    long = trend_lines(*(("X", 2010 + at, 80.0 + at, at // 5) for at in range(10)))
    for line in index_trend(long, [(2015, "①")]).data:
        assert (line.textposition[0], line.textposition[-1]) == ("bottom right", "top left")


def test_one_year_before_a_break_turns_away_from_it_and_one_after_stands_over_its_point() -> None:
    parts = {2012: 0, 2018: 1, 2019: 1, 2021: 2, 2022: 3, 2023: 3}
    apart = trend_lines(*(("X", year, year / 100, part) for year, part in parts.items()))
    found = [list(line.textposition) for line in index_trend(apart, [(2022, "①")]).data]
    assert found == [
        *(["top right"], ["bottom right", "top left"], ["top left"]),
        ["bottom right", "top center"],
    ]
    alone = apart.iloc[:5]
    assert list(index_trend(alone, [(2022, "①")]).data[-1].textposition) == ["top center"]


def test_on_a_short_line_words_turn_away_from_a_break() -> None:
    found = [list(line.textposition) for line in index_trend(BROKEN, [(2022, "①")]).data]
    assert found == [["bottom center", "top left"], ["bottom center", "top center"]]
    found = [list(line.textposition) for line in index_trend(BROKEN, [(2023, "①")]).data]
    assert found == [["bottom center", "top center"], ["bottom right", "top center"]]


def test_words_under_a_line_that_only_rises_or_falls_stand_beside_it() -> None:
    rising = trend_lines(("X", 2022, 80, 0), ("X", 2023, 82, 0), ("X", 2024, 84, 0))
    assert index_trend(rising, []).data[0].textposition[1] == "bottom right"
    falling = rising.assign(percent=[84, 82, 80])
    assert index_trend(falling, []).data[0].textposition[1] == "bottom left"


def test_one_year_alone_has_no_legend_and_several_start_with_the_latest() -> None:
    rows = part_rows("A", "B")
    assert not part_bars(rows[rows["year"] == 2022], year=2022).layout.showlegend
    figure = part_bars(rows, year=2022)
    assert figure.layout.showlegend
    named = sorted((one for one in figure.data if one.name), key=lambda one: one.legendrank)
    assert [one.name for one in named] == ["Năm 2022", "Năm 2021", "Các năm trước đó"]
