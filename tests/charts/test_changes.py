"""Do the figures of two years show what changed, and nothing over anything else?"""

from math import nan

import pandas as pd
import pytest

from scoring.charts import theme
from scoring.charts.changes import MOST_LINES, effect_bars, mover_bars, slope
from scoring.charts.label_rows import LABEL_WIDTH
from tests.charts.material import labels, lengths, lines, plain

LONG = (
    "Tỷ lệ dịch vụ công trực tuyến mức độ 3 và 4 của tỉnh được tích hợp, cung cấp trên Cổng DVC"
    " quốc gia (bao gồm cả cấp huyện, cấp xã) & <b>các</b> đơn vị trực thuộc"
)
NAMES = {"performance": "Kết quả", "weights": "Trọng số", "structure": "Thay tiêu chí"}


def effects() -> pd.DataFrame:
    rows = [
        ("1", "THỂ CHẾ", 1.2, -0.3, 0.0, 0.9),
        ("2", LONG, -0.5, 0.0, 0.0, -0.5),
        ("", "Phần không in", 0.0, 0.0, 0.0, 0.0),
    ]
    return pd.DataFrame(rows, columns=["code", "title", *NAMES, "effect"])


def domains(count: int = 3, *, gone: bool = False) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "old": [str(at) for at in range(1, count + 1)],
            "new": ["" if gone and at == 1 else str(at) for at in range(1, count + 1)],
            "title": [LONG] * count,
            "points_before": [10.0 + at / 100 for at in range(count)],
            "points_after": [nan if gone and at == 0 else 10.0 - at for at in range(count)],
            "share_before": [80.0] * count,
            "share_after": [nan if gone and at == 0 else 80.0 + at for at in range(count)],
        }
    )


FIGURES = {
    "effects": lambda: effect_bars(effects(), NAMES),
    "movers": lambda: mover_bars(effects().assign(old=["1", "", "2"], new=["1", "2", ""])),
    "slope": lambda: slope(domains(), (2019, 2020), shares=False),
}


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES.keys())
def test_every_figure_keeps_the_house_layout(figure):
    made = figure()
    assert made.layout.separators == ",."
    assert made.layout.dragmode is False
    assert "<b>các" not in made.to_json().replace("\\u003c", "<")
    assert max(map(len, lines(made))) <= LABEL_WIDTH


def test_each_effect_is_a_bar_of_its_own_and_the_label_says_the_sum():
    figure = effect_bars(effects(), NAMES)
    assert [trace.name for trace in figure.data] == list(NAMES.values())
    assert lengths(figure.data[0]) == [1.2, -0.5, 0.0]
    assert figure.layout.barmode == "relative"
    assert labels(figure)[0] == "1 Thể chế: +0,90"
    assert labels(figure)[2] == "Phần không in: 0,00"


def test_a_rise_and_a_fall_differ_in_colour_and_sign():
    figure = FIGURES["movers"]()
    assert list(figure.data[0].marker.color[:2]) == [theme.GOOD, theme.LOSS]
    assert labels(figure)[0] == "1 Thể chế: +1,20"
    assert labels(figure)[1].endswith("−0,50")


def test_a_slope_goes_from_the_earlier_year_to_the_later():
    figure = slope(domains(), (2019, 2020), shares=True)
    assert [list(trace.y) for trace in figure.data] == [[80, 80], [80, 81], [80, 82]]
    assert [trace.line.color for trace in figure.data] == [theme.NEUTRAL, theme.GOOD, theme.GOOD]
    assert [plain(text) for text in figure.layout.xaxis.ticktext] == ["2019", "2020"]
    assert "82,00 %" in plain(figure.layout.annotations[3].text)  # the highest of the later year


@pytest.mark.parametrize("shares", [True, False])
@pytest.mark.parametrize("count", [1, 3, 8, 40])
def test_texts_at_the_ends_of_the_slopes_do_not_cover_each_other(count, shares):
    figure = slope(domains(count), (2019, 2020), shares=shares)
    assert len(figure.data) == min(count, MOST_LINES)
    low, high = figure.layout.yaxis.range
    plot = figure.layout.height - 40
    for at in (0, 1):
        texts = [note for note in figure.layout.annotations if note.x == at]
        middles = [(high - note.y) / (high - low) * plot + note.ay for note in texts]
        heights = [theme.line_count(note.text) * 16 for note in texts]
        assert all(
            below - above >= (one + other) / 2
            for above, below, one, other in zip(
                middles, middles[1:], heights, heights[1:], strict=False
            )
        )
        assert middles[0] - heights[0] / 2 > -1
        assert middles[-1] + heights[-1] / 2 < plot + 1


def test_a_domain_of_one_year_is_a_point_with_its_name():
    figure = slope(domains(2, gone=True), (2019, 2020), shares=False)
    named = [plain(note.text) for note in figure.layout.annotations if note.x == 0]
    assert any(text.startswith("10,00 1 Tỷ lệ") for text in named)
