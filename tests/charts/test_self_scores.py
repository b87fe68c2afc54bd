"""Are both scores and the stretch between them drawn, and only where both are known?"""

import plotly.graph_objects as go
import pytest

from scoring.charts.self_scores import (
    APPRAISED,
    MOST_ROWS,
    SELF,
    claim_rows,
    claim_unit_bars,
)
from tests.charts.material import codes, frame, labels

HEAD = "code | title | short_title | self_points | points | difference"
ROWS = f"""
    {HEAD}
    1.2 | KIỂM TRA |          | 1,5 | 0,5 | 1
    1.1 | Kế hoạch | Kế hoạch | 2   | 1,5 | 0,5
    9   | Khảo sát |          |     | 3   |
"""
NUMBERS = ("self_points", "points", "difference")


def claims(text: str):
    rows = frame(text)
    as_float = {
        name: rows[name].str.replace(",", ".").astype(float) if len(rows) else rows[name]
        for name in NUMBERS
    }
    return rows.assign(**as_float)


def test_both_scores_of_a_criterion_and_the_stretch_between() -> None:
    figure = claim_rows(claims(ROWS))
    _track, between, appraised, own = figure.data
    assert (appraised.name, list(appraised.x)) == (APPRAISED, [0.5, 1.5])
    assert (own.name, list(own.x)) == (SELF, [1.5, 2.0])
    assert (list(between.base), list(between.x)) == ([0.5, 1.5], [1.0, 0.5])
    assert own.marker.symbol != appraised.marker.symbol  # told apart without colours
    assert all(codes(trace) == ["1.2", "1.1"] for trace in figure.data)


def test_the_label_says_both_scores_and_what_appraisal_took() -> None:
    assert labels(claim_rows(claims(ROWS))) == [
        "1.2 Kiểm tra: 1,50 → 0,50 (−1,00)",
        "1.1 Kế hoạch: 2,00 → 1,50 (−0,50)",
    ]


def test_a_score_below_nothing_is_on_the_axis() -> None:
    figure = claim_rows(claims(f"{HEAD}\n1 | Phạt | | 0 | -1 | 1"))
    assert figure.layout.xaxis.range[0] < -1
    assert list(figure.data[1].base) == [-1]


def test_only_as_many_criteria_as_can_be_read() -> None:
    text = HEAD + "".join(f"\n1.{n} | Mục | | 2 | 1 | 1" for n in range(1, MOST_ROWS + 5))
    assert len(labels(claim_rows(claims(text)))) == MOST_ROWS


@pytest.mark.parametrize("text", [HEAD, f"{HEAD}\n9 | Khảo sát | | | 3 |"])
def test_nothing_compared_is_a_figure_too(text: str) -> None:
    figure = claim_rows(claims(text))
    assert isinstance(figure, go.Figure)
    assert labels(figure) == []


def test_units_without_a_name_have_no_bar() -> None:
    units = frame("unit | over\nSở Nội vụ | 1\n| 3")
    made = units.assign(unit=units["unit"].fillna(""), unit_group=False, over_points=[1.0, 3.0])
    figure = claim_unit_bars(made)
    assert labels(figure) == ["Sở Nội vụ: 1,00"]
    assert figure.layout.xaxis.title.text == "điểm tự chấm cao hơn thẩm định"
