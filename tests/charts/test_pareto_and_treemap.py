"""Do the Pareto and the treemap count as the sentence beside them counts?"""

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as some

from scoring.analysis.losses import pareto_point
from scoring.charts import theme
from scoring.charts.pareto import MOST_LEAVES, loss_pareto
from scoring.charts.treemap import MOST_TILES, loss_treemap
from tests.charts.material import codes, losses, plain

LEAVES = """
    code  | title        | short_title | kind    | max_points | lost_points
    9.2   | Lãnh đạo     |             | survey  | 23,5       | 6
    9.1   | SIPAS        |             | survey  | 10         | 2
    6.1.2 | Kinh phí     |             | control | 1          | 1
    8.5   | GRDP         |             | impact  | 1          | 0,5
    1.5   | Sáng kiến    |             |         | 2          | 0,5
    3.4.1 | Đúng hạn     |             | control | 1,5        | 0
"""
NOTHING = "code | title | short_title | kind | max_points | lost_points"
NO_LOSS = f"{NOTHING}\n1 | Chỉ đạo | | | 8 | 0\n2 | Văn bản | | | 5 |"


def made(lost: list[float]) -> str:
    rows = "".join(f"\n{n} | Tiêu chí | | | 9 | {points}" for n, points in enumerate(lost, 1))
    return NOTHING + rows


def ranked(text: str):
    rows = losses(text)
    return rows.assign(rank=range(1, len(rows) + 1))


def test_the_bars_and_the_line_are_the_frames_own():
    first, others, line = loss_pareto(ranked(LEAVES)).data
    assert list(first.y) + list(others.y) == [6, 2, 1, 0.5, 0.5]
    assert [round(share, 10) for share in line.y] == [0.6, 0.8, 0.9, 0.95, 1]  # 6 ÷ 10, 8 ÷ 10 …


def test_the_line_ends_at_the_whole_loss():
    assert loss_pareto(ranked(LEAVES)).data[2].y[-1] == pytest.approx(1)


def test_the_bars_up_to_the_threshold_are_as_many_as_the_sentence_says():
    first, others, _ = loss_pareto(ranked(LEAVES)).data
    assert (codes(first), first.marker.color) == (["9.2", "9.1"], theme.LOSS)  # 6 + 2 = 80 %
    assert (codes(others), others.marker.color) == (["6.1.2", "8.5", "1.5"], theme.NEUTRAL)
    assert plain(first.name) == "Đến mốc 80 %"  # told by the legend too, not by colour alone


@given(some.lists(some.integers(0, 2000), min_size=1, max_size=MOST_LEAVES))
def test_figure_and_sentence_count_alike(hundredths):
    leaves = ranked(made([points / 100 for points in sorted(hundredths, reverse=True)]))
    point = pareto_point(leaves)
    assert len(loss_pareto(leaves).data[0].y) == (point.count if point else 0)


def test_a_click_on_the_line_reports_a_code_too():
    line = loss_pareto(ranked(LEAVES)).data[2]
    assert codes(line) == ["9.2", "9.1", "6.1.2", "8.5", "1.5"]
    assert plain(line.customdata[1][2]) == "cộng dồn 80,0 % điểm mất"


def test_codes_stay_codes_on_the_axis():
    axis = loss_pareto(ranked(LEAVES)).layout.xaxis
    assert (axis.type, list(axis.categoryarray)[:2]) == ("category", ["9.2", "9.1"])


def test_the_long_tail_is_left_out_but_still_counted():
    leaves = ranked(made([1.0] * (MOST_LEAVES + 10)))
    first, others, line = loss_pareto(leaves).data
    assert len(first.y) + len(others.y) == MOST_LEAVES
    assert line.y[-1] == pytest.approx(MOST_LEAVES / (MOST_LEAVES + 10))  # 30 of 40, not 100 %


def test_a_tile_is_as_large_as_its_loss_and_its_id_is_the_code():
    (tiles,) = loss_treemap(losses(LEAVES)).data
    assert list(tiles.ids) == ["9.2", "9.1", "6.1.2", "8.5", "1.5"]
    assert list(tiles.values) == [6, 2, 1, 0.5, 0.5]
    assert codes(tiles) == list(tiles.ids)


def test_a_tile_says_its_points_and_a_large_one_its_name():
    (tiles,) = loss_treemap(losses(LEAVES)).data
    said = [plain(label) for label in tiles.labels]
    assert (said[0], said[3]) == ("9.2 Lãnh đạo 6,00", "8.5 0,50")


def test_a_tile_has_the_colour_of_its_kind():
    (tiles,) = loss_treemap(losses(LEAVES)).data
    kinds = theme.KIND_COLOURS
    survey, control, impact = kinds["survey"], kinds["control"], kinds["impact"]
    assert list(tiles.marker.colors) == [survey, survey, control, impact, theme.NEUTRAL]


def test_tiles_too_small_to_hit_are_left_out():
    assert len(loss_treemap(losses(made([1.0] * 60))).data[0].ids) == MOST_TILES


@pytest.mark.parametrize("text", [NOTHING, NO_LOSS])
@pytest.mark.parametrize("draw", [loss_pareto, loss_treemap])
def test_nothing_lost_and_nothing_there_are_figures_without_marks(draw, text):
    figure = draw(losses(text))
    assert isinstance(figure, go.Figure)
    assert [mark for trace in figure.data for mark in trace.customdata] == []
