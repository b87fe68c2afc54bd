"""Do the figures of lost points say what the frame says, and close?"""

from math import isnan, nan

import plotly.graph_objects as go
import pytest

from scoring.charts import theme
from scoring.charts.losses import (
    MOST_BARS,
    MOST_DOMAINS,
    UNKNOWN_KIND,
    domain_bars,
    loss_bars,
    loss_waterfall,
    losses_by_kind,
)
from tests.charts.material import codes, frame, labels, lengths, losses, plain

DOMAINS = """
    code | title                  | short_title     | max_points | lost_points
    9    | ĐIỀU TRA XÃ HỘI HỌC    |                 | 33,5       | 7,31
    6    | CẢI CÁCH TÀI CHÍNH CÔNG | Tài chính công | 8          | 3,42
    3    | CẢI CÁCH TTHC          |                 | 13,5       | 0,05
"""
NOTHING = "code | title | short_title | max_points | lost_points"
NO_LOSS = f"{NOTHING}\n1 | Chỉ đạo | | 8 | 0\n2 | Văn bản | | 5 | 0"
MISSING = f"{NOTHING}\n1 | Chỉ đạo | | 8 | 1\n2 | Văn bản | | 5 |"
KINDS = {"survey": "Điều tra", "impact": "Tác động", "control": "Trong tầm kiểm soát"}


def many(rows: int) -> str:
    return NOTHING + "".join(f"\n{n} | Tiêu chí {n} | | 2 | 0,5" for n in range(1, rows + 1))


def test_the_waterfall_closes_from_the_total_to_the_result():
    figure = loss_waterfall(losses(DOMAINS), 100)
    _, ends, steps = figure.data
    floor = ends.base
    assert floor + ends.x[0] == 100
    # 100 − 7,31 = 92,69; 92,69 − 3,42 = 89,27; 89,27 − 0,05 = 89,22
    assert [round(base, 10) for base in steps.base] == [100, 92.69, 89.27]
    assert lengths(steps) == [-7.31, -3.42, -0.05]
    assert round(floor + ends.x[1], 10) == 89.22


def test_every_step_of_the_waterfall_starts_where_the_one_before_ended():
    _, ends, steps = loss_waterfall(losses(DOMAINS), 100).data
    after = [
        round(base - length, 10) for base, length in zip(steps.base, map(abs, steps.x), strict=True)
    ]
    assert after[:-1] == [round(base, 10) for base in steps.base[1:]]
    assert after[-1] == round(ends.base + ends.x[-1], 10)


def test_the_waterfall_is_read_from_its_labels_alone():
    assert labels(loss_waterfall(losses(DOMAINS), 100)) == [
        "Điểm tối đa: 100,00",
        "9 Điều tra xã hội học: −7,31",
        "6 Tài chính công: −3,42",
        "3 Cải cách TTHC: −0,05",
        "Kết quả: 89,22",
    ]


def test_an_axis_that_does_not_start_at_zero_says_so():
    cut = loss_waterfall(losses(DOMAINS), 100).layout.xaxis
    assert cut.range[0] > 0
    assert f"trục bắt đầu từ {cut.range[0]:.0f}" in cut.title.text
    whole = loss_waterfall(losses(f"{NOTHING}\n1 | A | | 8 | 6"), 10).layout.xaxis
    assert whole.range[0] == 0
    assert "trục" not in whole.title.text


@pytest.mark.parametrize("draw", [lambda rows: loss_waterfall(rows, 100), loss_bars, domain_bars])
def test_a_click_reports_the_code_on_a_bar_as_well_as_beside_it(draw):
    clickable = [trace for trace in draw(losses(DOMAINS)).data if trace.customdata is not None]
    assert clickable
    assert [codes(trace) for trace in clickable] == [["9", "6", "3"]] * len(clickable)


def test_the_bars_of_one_level_are_as_long_as_the_losses():
    figure = loss_bars(losses(DOMAINS))
    assert lengths(figure.data[1]) == [7.31, 3.42, 0.05]
    assert labels(figure)[1] == "6 Tài chính công: 3,42"


def test_the_bars_of_the_first_screen_are_as_long_as_the_losses():
    (bars,) = domain_bars(losses(DOMAINS)).data
    assert (lengths(bars), list(bars.text)) == ([7.31, 3.42, 0.05], ["7,31", "3,42", "0,05"])


def test_the_hover_compares_the_loss_with_the_maximum():
    said = plain(domain_bars(losses(DOMAINS)).data[0].customdata[1][2])
    assert said == "mất 3,42 trên 8,00 điểm (42,8 % điểm chuẩn)"  # 3,42 ÷ 8 = 42,75 %


def test_what_does_not_fit_is_summed_up_in_one_bar_that_leads_nowhere():
    figure = loss_waterfall(losses(many(MOST_BARS + 4)), 100)
    _, ends, steps = figure.data
    assert lengths(steps)[-1] == -2.5  # 5 × 0,5
    assert codes(steps)[-1] == ""
    assert "Còn lại (5 mục)" in labels(figure)[-2]
    assert round(ends.base + ends.x[-1], 10) == 90  # 100 − 20 × 0,5
    assert len(domain_bars(losses(many(MOST_DOMAINS + 1))).data[0].x) == MOST_DOMAINS


def test_points_won_back_are_another_colour_and_a_plus():
    figure = loss_waterfall(losses(f"{NOTHING}\n1 | A | | 8 | 1\n2 | Thưởng | | 0 | -0,5"), 100)
    _, ends, steps = figure.data
    assert lengths(steps) == [-1, 0.5]
    assert round(ends.base + ends.x[-1], 10) == 99.5  # 100 − 1 + 0,5
    assert list(steps.marker.color) == [theme.LOSS, theme.GOOD]
    assert labels(figure)[2] == "2 Thưởng: +0,50"


def test_a_missing_loss_is_no_zero_and_leaves_the_result_open():
    figure = loss_waterfall(losses(MISSING), 100)
    assert labels(figure)[1:] == ["1 Chỉ đạo: −1,00", "2 Văn bản: –", "Kết quả: –"]
    assert isnan(figure.data[1].x[1])  # no bar, not one of length zero
    assert labels(loss_bars(losses(MISSING)))[1] == "2 Văn bản: –"
    (bars,) = domain_bars(losses(MISSING)).data
    assert list(bars.text) == ["1,00", "–"]
    assert plain(bars.customdata[1][2]) == "mất – trên 5,00 điểm (– điểm chuẩn)"


def test_without_a_maximum_to_fall_from_there_are_bars_of_the_losses():
    for unknown in (None, nan):
        figure = loss_waterfall(losses(DOMAINS), unknown)
        assert lengths(figure.data[1]) == [7.31, 3.42, 0.05]
        assert labels(figure)[0] == "9 Điều tra xã hội học: 7,31"


def test_a_missing_loss_among_those_summed_up_leaves_their_sum_open():
    rows = losses(many(MOST_BARS + 4))
    rows.loc[len(rows) - 1, "lost_points"] = None
    assert labels(loss_bars(rows))[-1] == "Còn lại (5 mục): –"


@pytest.mark.parametrize("text", [NOTHING, NO_LOSS, f"{NOTHING}\n1 | A | | |"])
@pytest.mark.parametrize("draw", [lambda rows: loss_waterfall(rows, 100), loss_bars, domain_bars])
def test_nothing_lost_and_nothing_there_are_figures_too(draw, text):
    assert isinstance(draw(losses(text)), go.Figure)


def test_without_losses_the_result_is_the_maximum():
    assert labels(loss_waterfall(losses(NO_LOSS), 100)) == [
        "Điểm tối đa: 100,00",
        "1 Chỉ đạo: 0,00",
        "2 Văn bản: 0,00",
        "Kết quả: 100,00",
    ]


def test_the_kinds_in_their_words_colours_and_numbers():
    (bars,) = losses_by_kind(
        frame("""
            kind    | lost_points | leaves | share
            survey  | 7,31        | 2      | 0,455
            impact  | 2,08        | 3      | 0,129
                    | 1           | 1      | 0,062
        """),
        KINDS,
    ).data
    assert lengths(bars) == [7.31, 2.08, 1]
    assert [plain(text) for text in bars.text] == ["7,31 (45,5 %)", "2,08 (12,9 %)", "1,00 (6,2 %)"]
    assert list(bars.marker.color) == [
        theme.KIND_COLOURS["survey"],
        theme.KIND_COLOURS["impact"],
        theme.NEUTRAL,
    ]
    assert [row[1] for row in bars.customdata] == ["Điều tra", "Tác động", UNKNOWN_KIND]


def test_no_kinds_are_a_figure_too():
    empty = frame("kind | lost_points | leaves | share")
    assert isinstance(losses_by_kind(empty, KINDS), go.Figure)
