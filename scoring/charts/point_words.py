"""On which side of a point do its words stand, so that no line runs through them?"""

from collections.abc import Sequence

ALL_TOLD = 5  # points beside each other whose words all have room on a phone


def sides(
    values: Sequence[float], *, crowded: bool, broken: tuple[bool, bool] = (False, False)
) -> list[str]:
    """The text position of each point of a line: off the line that comes and goes.

    With many years on the axis the words at the ends of the line turn inwards, where a phone has
    room. `broken` says whether a break runs right before the first point, right after the last:
    words turn away from it.
    """
    around = zip(values, [None, *values], [*values[1:], None], strict=False)
    turn = _inwards if crowded else _away
    last = len(values) - 1
    return [
        f"{_height(value, before, after)} {turn(at, last, broken) or _aside(value, before, after)}"
        for at, (value, before, after) in enumerate(around)
    ]


def _height(value: float, *near: float | None) -> str:
    return "bottom" if any(one is not None and one > value for one in near) else "top"


def _aside(value: float, before: float | None, after: float | None) -> str:
    """Below a line that only rises there is room to the right, below one that falls to the left."""
    if before is None or after is None:
        return "center"
    return "right" if before < value < after else "left" if before > value > after else "center"


def _inwards(at: int, last: int, broken: tuple[bool, bool]) -> str:
    before, after = broken
    if at == last == 0:
        return "center" if before else "left" if after else "right"
    if at == last == 1 and before:
        return "center"  # to the left the break is as near as on a phone the edge
    return "right" if at == 0 else "left" if at == last else ""


def _away(at: int, last: int, broken: tuple[bool, bool]) -> str:
    """Of a single point the words stand over it: to either side they would reach further."""
    before, after = broken
    if last == 0:
        return ""
    return "right" if at == 0 and before else "left" if at == last and after else ""
