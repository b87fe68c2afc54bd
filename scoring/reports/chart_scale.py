"""From where to where does the axis of a chart go, and in which steps?"""

import math

from scoring.reports.blocks import Chart

Limits = tuple[float, float]
_STEPS = 6  # of the axis, about
_NOISE = 9  # decimals of a number of steps: sums of bars are not exact
_ROOM = 0.08  # of the range, over the highest value for its label


def extent(chart: Chart) -> Limits:
    """The lowest and the highest point that the chart draws, with its start; (0, 1) of none."""
    columns = zip(*(one.values for one in chart.series), strict=True)
    stacked = chart.form.startswith("stacked")
    found = [
        told
        for column in columns
        for values in [[value for value in column if value is not None]]
        for told in ([sum(values)] if stacked and values else values)
    ]
    if not found:
        return chart.start or 0.0, (chart.start or 0.0) + 1.0
    low = chart.start if chart.start is not None else min(0.0, *found)
    return low, max(low, *found)


def widened(low: float, high: float, *, fixed: bool, room: float = _ROOM) -> Limits:
    """Limits with room for labels at both ends, a part of the range; `fixed`: the low end stays."""
    room *= high - low or 1.0
    return low if fixed or low == 0 else low - room, high + room


def step(span: float, *, least: float) -> float:
    """1, 2 or 5 times a power of ten that parts the span into about six, and at least `least`."""
    if not span > 0:
        return least
    rough = span / _STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    found = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)
    return max(found, least)


def stacked_ends(chart: Chart) -> Limits | None:
    """The ends of an axis of stacked bars: those of the bars; None of others, or with losses below.

    Their labels stand within, and a program that makes room would show more points than there are
    to be had.
    """
    low, high = extent(chart)
    below = any(value is not None and value < 0 for one in chart.series for value in one.values)
    return None if not chart.form.startswith("stacked") or below or high <= low else (low, high)


def unit_of(chart: Chart, low: float, high: float) -> float:
    """The step of the chart's axis between two ends: whole numbers, or whole percents of shares."""
    return step(high - low, least=0.01 if chart.kind == "share" else 1.0)


def whole_below(value: float, unit: float) -> float:
    """The last whole step that is not above the value."""
    return math.floor(round(value / unit, _NOISE)) * unit


def whole_above(value: float, unit: float) -> float:
    """The first whole step that is not under the value."""
    return math.ceil(round(value / unit, _NOISE)) * unit
