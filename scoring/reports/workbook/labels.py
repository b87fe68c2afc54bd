"""Where are the values of a chart read? Beside their marks; under bars that stand on a base."""

from typing import Any

from scoring.reports.blocks import Chart, Series, written
from scoring.reports.slides.tones import INK, on
from scoring.reports.workbook.looks import FONT, number_format

WORDS = {"name": FONT, "size": 10, "color": f"#{INK}"}


def labels(chart: Chart, one: Series) -> dict[str, Any] | None:
    """The labels of a series that is seen; those that its base tells are left out."""
    if not one.labelled:
        return None
    told = {"value": True, "font": WORDS, "num_format": number_format(1.0, chart.kind)}
    if chart.form == "lines":
        return told | {"position": "above"}
    if not chart.form.startswith("stacked"):
        return told | {"position": "outside_end"}
    custom: list[dict[str, Any]] = [
        {"delete": True} if _on_base(chart, at) else {"font": _inside(one, at)}
        for at in range(len(chart.categories))
    ]
    return told | {"position": "center", "custom": custom}


def base_labels(chart: Chart) -> dict[str, Any] | None:
    """The values that stand on the unseen series, read right under them."""
    found: list[dict[str, Any]] = []
    for at in range(len(chart.categories)):
        told = _alone(chart, at)
        if told is None or not _on_base(chart, at):
            found.append({"delete": True})
            continue
        # As text: LibreOffice shows the value of the base instead of a cell that a label names.
        found.append({"value": written(chart.series[told].values[at], chart.kind)})
    if not chart.form.startswith("stacked") or all("value" not in one for one in found):
        return None
    return {"value": True, "font": WORDS, "position": "inside_end", "custom": found}


def _on_base(chart: Chart, at: int) -> bool:
    """Whether a bar stands alone on an unseen one."""
    carried = any(one.tone == "none" and one.values[at] is not None for one in chart.series)
    return carried and _alone(chart, at) is not None


def _alone(chart: Chart, at: int) -> int | None:
    """The place of the only labelled series with a value there."""
    seen = [
        place
        for place, one in enumerate(chart.series)
        if one.tone != "none" and one.values[at] is not None
    ]
    return seen[0] if len(seen) == 1 and chart.series[seen[0]].labelled else None


def _inside(one: Series, at: int) -> dict[str, Any]:
    tone = one.tones[at] if one.tones else one.tone
    return WORDS | {"color": "#FFFFFF" if tone == "none" else f"#{on(tone)}"}
