"""On which side of a point do its words stand, so that no line runs through them?"""

from collections.abc import Sequence

ALL_TOLD = 5  # points beside each other whose words all have room on a phone


def sides(values: Sequence[float], *, crowded: bool) -> list[str]:
    """The text position of each point of a line: off the line that comes and goes.

    With many years on the axis the words at the ends of the line turn inwards, where a phone has
    room and no break of the series runs through them.
    """
    around = zip(values, [None, *values], [*values[1:], None], strict=False)
    last = len(values) - 1
    return [
        f"{_height(value, before, after)} {_turn(at, last) if crowded else 'center'}"
        for at, (value, before, after) in enumerate(around)
    ]


def _height(value: float, *near: float | None) -> str:
    return "bottom" if any(one is not None and one > value for one in near) else "top"


def _turn(at: int, last: int) -> str:
    return "right" if at == 0 else "left" if at == last else "center"
