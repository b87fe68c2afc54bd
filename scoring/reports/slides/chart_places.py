"""Which labels stand at the bars of a series, and where they are read best."""

from collections.abc import Iterator
from typing import Any

from scoring.reports.blocks import Chart, Tone
from scoring.reports.chart_scale import extent
from scoring.reports.slides import chart_labels, fitting
from scoring.reports.slides.chart_book import label, labels_ref
from scoring.reports.slides.layout import Box
from scoring.reports.slides.tones import on

_LOW = 0.08  # of the axis: a base that is shorter holds no label


def label_series(drawn: Any, chart: Chart, at: int, size: float, place: Box) -> None:
    """A series' own labels, or at a base those of the bars that stand on it."""
    carried = at + 1 if _is_base(chart, at) and at + 1 < len(chart.series) else at
    series = chart.series[carried]
    texts = tuple(label(value, chart.kind) for value in series.values)
    on_base = frozenset(_on_base(chart, carried - 1))
    own = carried == at
    shown = frozenset(range(len(texts))) - on_base if own else on_base
    if not series.labelled or series.tone == "none" or not shown:
        chart_labels.hide(drawn)
        return
    stacked = chart.form.startswith("stacked")
    position = "t" if chart.form == "lines" else "outEnd"
    if stacked:
        position = "inEnd" if not own or _alone(chart, at) else "ctr"
    tones: tuple[Tone, ...] = series.tones or (series.tone,) * len(texts)
    inside = stacked and own
    chart_labels.put(
        drawn,
        chart_labels.Labels(
            cells=labels_ref(chart, carried),
            texts=texts,
            shown=shown,
            position=position,
            size=size,
            colours=tuple(on(tone) if inside else None for tone in tones),
            upright=turned_height(chart, size, place) > 0,
        ),
    )


def turned_height(chart: Chart, size: float, place: Box) -> float:
    """Points that labels take over columns when they are turned; 0 where they need not be."""
    if chart.form.endswith("bars"):
        return 0.0
    shown = [one for one in chart.series if one.labelled and one.tone != "none"]
    texts = [label(value, chart.kind) for one in shown for value in one.values]
    widest = max(map(fitting.ems, texts), default=0.0) * size
    room = (place.points_wide - 60) / len(chart.categories)
    if chart.form == "columns":
        room *= 0.75 / max(1, sum(one.tone != "none" for one in chart.series))
    return widest if widest > room else 0.0


def _is_base(chart: Chart, at: int) -> bool:
    return at >= 0 and chart.form.startswith("stacked") and chart.series[at].tone == "none"


def _on_base(chart: Chart, at: int) -> Iterator[int]:
    """Where the label is read under the bar, on its base: a thin bar has no room for it."""
    if not _is_base(chart, at):
        return
    low, high = extent(chart)
    for place, value in enumerate(chart.series[at].values):
        if value is not None and value - low > _LOW * (high - low):
            yield place


def _alone(chart: Chart, at: int) -> bool:
    """Whether no other series has a value where this one has."""
    others = [one.values for place, one in enumerate(chart.series) if place != at]
    return all(
        value is None or all(other[place] is None for other in others)
        for place, value in enumerate(chart.series[at].values)
    )
