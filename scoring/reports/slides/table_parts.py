"""What of a table stands on which slide? All on one where it can, else evenly on few."""

from dataclasses import dataclass

from scoring.reports.blocks import Table
from scoring.reports.slides import fitting
from scoring.reports.slides.layout import Box, Ground
from scoring.reports.slides.table_widths import ABOVE, Texts, Told, high, inner, texts, widths

_ONE_SLIDE = (16, 15, 14, 13, 12)
_MANY = (14, 13, 12)
_TALL = (11, 10, 9, 8)  # for a row that is longer than a slide
_HEADER = 1 / 3  # of a slide, at most: a longer header is that of a file gone wrong


@dataclass(frozen=True)
class Row:
    """A row as it is drawn. Shape: `size` of type and height in points."""

    texts: Texts
    size: float
    high: float
    bold: bool


@dataclass(frozen=True)
class Part:
    """What one slide shows of a table. Shape: `widths` in points."""

    widths: tuple[float, ...]
    header: Row
    rows: tuple[Row, ...]

    @property
    def high(self) -> float:
        """How high all of it is."""
        return self.header.high + sum(row.high for row in self.rows)


def on_one(ground: Ground, table: Table, place: Box) -> Part | None:
    """The table in the largest type in which the box holds all of it; None where none does."""
    told = texts(table)
    for size in map(ground.points, _ONE_SLIDE):
        part = _whole(ground, table, told, place, size)
        if part.high <= place.points_high:
            return part
    return None


def parts(ground: Ground, table: Table, first: Box, others: Box) -> tuple[list[Part], list[str]]:
    """The table on as many slides as it takes, and the texts cut short.

    Shape: `first` is what the first slide leaves for it, `others` the room of those after.
    """
    one = on_one(ground, table, first)
    if one:
        return [one], []
    told = texts(table)
    tried = [_split(ground, table, told, (first, others), ground.points(size)) for size in _MANY]
    fewest = min(len(found) for found, _ in tried)
    return next(found for found in tried if len(found[0]) == fewest)


def _whole(ground: Ground, table: Table, told: Told, place: Box, size: float) -> Part:
    columns = widths(ground, table, told, place.points_wide, size)
    header, rows = told

    def row(one: Texts, bold: bool) -> Row:
        return Row(one, size, high(ground, one, columns, size, bold=bold), bold)

    drawn = tuple(row(one, at in table.strong) for at, one in enumerate(rows))
    return Part(columns, row(header, True), drawn)


def _split(
    ground: Ground, table: Table, told: Told, rooms: tuple[Box, Box], size: float
) -> tuple[list[Part], list[str]]:
    first, others = rooms
    whole = _whole(ground, table, told, others, size)
    least = min(first.points_high, others.points_high)
    header, cut = _held(ground, whole.header, whole.widths, least * _HEADER)
    rows = []
    for one in whole.rows:
        row, short = _held(ground, one, whole.widths, least - header.high)
        rows.append(row)
        cut = [*cut, *short]
    most = first.points_high - header.high, others.points_high - header.high
    return [Part(whole.widths, header, tuple(part)) for part in _balanced(rows, *most)], cut


def _balanced(rows: list[Row], first: float, others: float) -> list[list[Row]]:
    """The rows on as few slides as can be, each as full as the others where their rooms allow.

    Of all ways to part them that of fewest slides, then of the least sum of their squared heights,
    which is least where they are alike. Kept for each row: the best way to end a slide with it.
    """
    best: list[tuple[int, float]] = [(0, 0.0)]  # slides and squares of the rows before each place
    starts: list[int] = [0]  # where the slide starts that ends there
    for end in range(1, len(rows) + 1):
        found: list[tuple[int, float, int]] = []
        used = 0.0
        for start in range(end - 1, -1, -1):
            used += rows[start].high
            if used > max(first, others) and start < end - 1:
                break
            if start == end - 1 or used <= (others if start else first):
                slides, squares = best[start]
                # Of two ways alike the one whose earlier slides are the fuller.
                found.append((slides + 1, round(squares + used * used, 6), -start))
        fewest, evenest, fullest = min(found)
        best.append((fewest, evenest))
        starts.append(-fullest)
    parts: list[list[Row]] = []
    end = len(rows)
    while end:
        parts.insert(0, rows[starts[end] : end])
        end = starts[end]
    return parts


def _held(
    ground: Ground, row: Row, columns: tuple[float, ...], most: float
) -> tuple[Row, list[str]]:
    """The row at most so high: in smaller type, or with its longest texts cut short."""
    sizes = [row.size, *(one for one in map(ground.points, _TALL) if one < row.size)]
    for size in sizes:
        tall = high(ground, row.texts, columns, size, bold=row.bold)
        if tall <= most:
            return Row(row.texts, size, tall, row.bold), []
    size, around = sizes[-1], 2 * ABOVE * ground.scale
    shown = tuple(
        fitting.cut(text, size, inner(ground, width), most - around, bold=row.bold)
        for text, width in zip(row.texts, columns, strict=True)
    )
    short = [text for text, told in zip(row.texts, shown, strict=True) if text != told]
    tall = high(ground, shown, columns, size, bold=row.bold)
    return Row(shown, size, min(most, tall), row.bold), short
