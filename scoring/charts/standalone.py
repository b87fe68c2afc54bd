"""What does a page that opens with no network need of Plotly? Its program, and each figure."""

import json

from plotly.offline import get_plotlyjs

from scoring.charts.block_shapes import Chart
from scoring.charts.blocks import figure
from scoring.charts.theme import CONFIG

_INK, _LINES = "#222B33", "#D9DDE1"
_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"


def program() -> str:
    """Plotly's whole program, to stand in a page once (some 5 MB)."""
    return get_plotlyjs().replace("</script", "<\\/script")


def drawn(chart: Chart) -> str:
    """What `Plotly.newPlot` takes, as JSON that may stand in a script of a page."""
    made = figure(chart)
    # A page of its own brings no theme: what it does not say would be Plotly's blue on grey.
    made.update_layout(template="none", font={"family": _FONT, "color": _INK})
    made.update_xaxes(gridcolor=_LINES)
    made.update_yaxes(gridcolor=_LINES)
    told = json.loads(made.to_json()) | {"config": {**CONFIG, "responsive": True}}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
