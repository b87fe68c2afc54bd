"""Is the loss drawn in its parts, told apart without colours?"""

from scoring.charts.evidence import split_bar
from tests.charts.material import codes

PARTS = [("missing", 2.0, "▲ Thiếu: 2,00"), ("to_explain", 0.0, "◆"), ("none", 1.5, "– Chưa: 1,50")]


def test_one_stretch_a_part_in_the_order_given() -> None:
    figure = split_bar(PARTS)
    assert [(trace.name, trace.x[0]) for trace in figure.data] == [
        ("▲ Thiếu: 2,00", 2.0),
        ("– Chưa: 1,50", 1.5),
    ]
    assert [codes(trace) for trace in figure.data] == [["missing"], ["none"]]
    assert tuple(figure.layout.xaxis.range) == (0, 3.5)
    assert figure.layout.xaxis.title.text == "3,50 điểm mất"
    patterns = {trace.marker.pattern.shape for trace in figure.data}
    assert len(patterns) == 2


def test_nothing_lost_is_no_stretch() -> None:
    assert len(split_bar([("none", 0.0, "–")]).data) == 0
