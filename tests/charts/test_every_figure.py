"""Does every figure keep the house's layout: numbers, labels, marks that stay?"""

import pytest

from scoring.charts import theme
from scoring.charts.label_rows import LABEL_WIDTH
from scoring.charts.losses import domain_bars, loss_bars, loss_waterfall, losses_by_kind
from scoring.charts.pareto import loss_pareto
from scoring.charts.sipas import factor_bullets, overall_trend
from scoring.charts.treemap import loss_treemap
from scoring.charts.units import unit_bars, unit_criteria_bars
from scoring.charts.years import standing, value_by_year
from tests.charts.material import frame, labels, lines, losses, plain

LONG = (
    "Tỷ lệ dịch vụ công trực tuyến mức độ 3 và 4 của tỉnh được tích hợp, cung cấp trên Cổng DVC"
    " quốc gia (bao gồm cả cấp huyện, cấp xã) & <b>các</b> đơn vị trực thuộc"
)
ROWS = losses(f"""
    code   | title  | short_title | kind   | max_points | lost_points
    7.1.9  | {LONG} |             | survey | 2          | 1,234
    7.1.10 | Ngắn   |             |        | 1          | 0,5
""")
UNITS = frame(f"unit | shared\n{LONG} | 2\nSở Tài chính | 1").assign(unit_group=[True, False])
FACTORS = frame(f"""
    code | title  | percent | previous_percent | goal  | state | standing
    1    | {LONG} | 83,99   | 82               | 85,99 | short | {LONG}
""")
YEARS = frame("year | percent\n2022 | 80,08\n2023 | 82,66").astype({"year": int})
KINDS = frame("kind | lost_points | leaves | share\nsurvey | 1,5 | 1 | 0,5")

LABELLED = {
    "waterfall": lambda: loss_waterfall(ROWS, 100),
    "bars": lambda: loss_bars(ROWS),
    "domains": lambda: domain_bars(ROWS),
    "kinds": lambda: losses_by_kind(KINDS, {"survey": LONG}),
    "bullets": lambda: factor_bullets(FACTORS, year=2023),
    "units": lambda: unit_bars(UNITS, "shared"),
    "criteria": lambda: unit_criteria_bars(ROWS.assign(share_of_leads=1.0)),
    "standing": lambda: standing([LONG], [83.9], own=0),
}
OTHERS = {
    "pareto": lambda: loss_pareto(ROWS),
    "treemap": lambda: loss_treemap(ROWS),
    "trend": lambda: overall_trend(YEARS, name=LONG),
    "years": lambda: value_by_year([2022, 2023], [80.0, 81.0]),
}


@pytest.mark.parametrize("figure", (LABELLED | OTHERS).values(), ids=(LABELLED | OTHERS).keys())
def test_numbers_have_a_decimal_comma_and_nothing_is_dragged(figure):
    layout = figure().layout
    assert layout.separators == ",."
    assert layout.dragmode is False
    assert layout.height > 0


@pytest.mark.parametrize("figure", LABELLED.values(), ids=LABELLED.keys())
def test_no_line_of_a_label_is_longer_than_the_wrap(figure):
    assert lines(figure())
    assert max(map(len, lines(figure()))) <= LABEL_WIDTH


def test_names_beside_bars_leave_room_for_the_bars_on_a_phone():
    assert max(map(len, lines(LABELLED["domains"]()))) <= 26
    assert max(map(len, lines(LABELLED["kinds"]()))) <= 16
    assert max(map(len, lines(LABELLED["standing"]()))) <= theme.LABEL_WIDTH


def test_a_wrapped_label_loses_no_word():
    assert labels(loss_bars(ROWS))[0] == f"7.1.9 {LONG}: 1,234"
    assert labels(unit_bars(UNITS, "shared"))[0] == f"{LONG} (nhóm): 2,00"


@pytest.mark.parametrize("figure", (LABELLED | OTHERS).values(), ids=(LABELLED | OTHERS).keys())
def test_text_of_a_file_is_never_markup_of_the_figure(figure):
    assert "<b>các" not in figure().to_json().replace("\\u003c", "<")


def test_a_row_is_as_high_as_its_label_and_labels_do_not_overlap():
    figure = loss_bars(ROWS)
    tops, texts = zip(*((note.y, note.text) for note in figure.layout.annotations), strict=True)
    before = [0, *(top + 18 for top in tops)]  # the lower edge of the bar above
    for top, text, edge in zip(tops, texts, before, strict=False):
        assert top - theme.line_count(text) * theme.LINE_HEIGHT >= edge


def test_chosen_marks_leave_the_others_as_they_are():
    for figure in (LABELLED["waterfall"](), OTHERS["pareto"](), LABELLED["units"]()):
        for trace in figure.data:
            assert trace.unselected.marker.opacity == 1


def test_hover_texts_are_wrapped_as_well():
    said = loss_pareto(ROWS).data[0].customdata[0][1]
    assert max(len(plain(line)) for line in said.split("<br>")) <= 42
