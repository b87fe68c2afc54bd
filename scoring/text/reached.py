"""Which result of an indicator does a cell say, and can an indicator of its measure have it?"""

from scoring.text.numbers import NotANumber, is_ambiguous, parse_number

PERCENT, POINTS, RANK = "percent", "points", "rank"


class Unfit(ValueError):
    """A cell that says no result of its indicator; `expected` says in words what one is."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def reached(cell: object, measure: str, most: float) -> float | None:
    """The result that a cell says; None for a blank one.

    `measure` is percent, points, rank, or what is counted; a percentage is not above `most`.
    Raises: Unfit.
    """
    try:
        value = parse_number(cell)
    except NotANumber as error:
        raise Unfit("một số, như 85,5") from error
    if value is None:
        return None
    if measure not in (PERCENT, POINTS) and isinstance(cell, str) and is_ambiguous(cell):
        raise Unfit("số viết không có dấu chấm hàng nghìn")
    if measure == PERCENT and not 0 <= value <= most:
        raise Unfit(f"phần trăm từ 0 đến {most:g}".replace(".", ","))
    if measure == RANK and (value < 1 or value != int(value)):
        raise Unfit("thứ hạng là số nguyên từ 1")
    return value
