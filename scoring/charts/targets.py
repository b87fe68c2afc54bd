"""How does the result of each indicator lie against what is asked this year and in the end?"""

from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.bullets import HALO, add_diamonds, add_targets, bar, laid
from scoring.charts.label_rows import LABEL_WIDTH, LabelRows
from scoring.charts.marks import STILL, TRACK, printed

STATE_COLOURS = {
    "met": theme.GOOD,
    "missed": theme.LOSS,
    "on_path": theme.TOTAL,
    "behind": theme.LINE,
    "unknown": theme.NEUTRAL,
}
_ASKED = "#333333"
_TURN = 0.018  # of the axis: how far the arrow stands from the target that it belongs to


@dataclass(frozen=True)
class Measure:
    """The axis of one chart: its name, and whether one is the best place on it."""

    title: str
    of_percent: bool = False
    ranked: bool = False


def target_bullets(frame: pd.DataFrame, measure: Measure, *, year: int) -> go.Figure:
    """One bullet an indicator in the frame's order: bar the result, diamond this year, line target.

    An arrow beside the target points to where it is better. Missing values draw nothing. On an
    axis of ranks the best place is on the right, as on every other axis.

    Shape: `frame` has key, head, told (the two lines over a bullet, the state's icon and word in
        them), state, value, field_size, asked, final, lower, all in one measure; customdata[0] is
        the key.
    """
    labels = [
        f"<b>{printed(row.head, LABEL_WIDTH)}</b><br>{printed(row.told, LABEL_WIDTH)}"
        for row in frame.itertuples()
    ]
    rows = LabelRows(tuple(labels))
    low, high = _ends(frame, measure)
    placed = frame.assign(at=rows.positions, label=labels, code=frame["key"])
    figure = go.Figure(bar(placed, high, rows, TRACK, start=low))
    for state, chosen in placed[placed["value"].notna()].groupby("state", sort=False):
        figure.add_trace(bar(chosen, chosen["value"], rows, STATE_COLOURS[str(state)], start=low))
    differs = placed["asked"].notna() & (placed["asked"] != placed["final"])
    add_diamonds(figure, placed[differs], "asked", f"Cần đạt năm {year}", _ASKED)
    final = "Chỉ tiêu cuối" if differs.any() else "Chỉ tiêu"
    add_targets(figure, placed, "final", final)
    _add_arrows(figure, placed, high - low, ranked=measure.ranked)
    figure.update_xaxes(range=[low, high], title_text=escape(measure.title, quote=False), nticks=6)
    if measure.of_percent and (low, high) == (0, 100):
        figure.update_xaxes(dtick=20)
    return laid(figure, rows)


def _ends(frame: pd.DataFrame, measure: Measure) -> tuple[float, float]:
    """Where the axis begins and ends, the better end of ranks on the right."""
    known = pd.concat([frame[name] for name in ("value", "asked", "final")]).dropna()
    most = float(known.max()) if len(known) else 1.0
    if measure.ranked:
        sizes = frame["field_size"].dropna()
        return max(most + 1, float(sizes.max()) if len(sizes) else 0.0), 1.0
    least = min(0.0, float(known.min()) if len(known) else 0.0)
    return least, max(most, 100.0) if measure.of_percent else most * 1.05 or 1.0


def _add_arrows(figure: go.Figure, placed: pd.DataFrame, length: float, *, ranked: bool) -> None:
    """Beside each target an arrow to where it is better: left for what may not be exceeded."""
    known = placed.dropna(subset=["final"])
    for lower, rows in known.groupby("lower"):
        left = bool(lower) and not ranked
        step = -_TURN * length if left else _TURN * length
        figure.add_scatter(
            x=(rows["final"] + step).tolist(),
            y=rows["at"].tolist(),
            mode="markers",
            marker={
                "symbol": "triangle-left" if left else "triangle-right",
                "size": 9,
                "color": theme.PURPLE,
                "line": {"width": 1, "color": HALO},
            },
            showlegend=False,
            hoverinfo="skip",
            cliponaxis=False,
            unselected=STILL,
        )
