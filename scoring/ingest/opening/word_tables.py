"""The tables of a Word document, each with the paragraphs above it."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from scoring.ingest.limits import Limits
from scoring.ingest.opening.reach import MOST_SHEETS, Range, check_reach, too_many
from scoring.ingest.opening.refusal import refused
from scoring.ingest.opening.word_numbers import Counting, Lists
from scoring.ingest.opening.word_texts import (
    blocks,
    children,
    is_on,
    number_of,
    text_of_paragraph,
    value,
)

_OPENING = 12  # paragraphs
_ABOVE = 40  # nearest paragraphs: a table's title is among them, however long the document is
_FEWER = "Tách văn bản thành nhiều tệp, hoặc chỉ giữ các phụ lục có bảng, rồi nạp lại."
_LETTERHEAD_ROWS, _LETTERHEAD_COLUMNS = 3, 2


@dataclass(frozen=True)
class WordTable:
    """One table: its rows, all equally wide, its merged cells, the paragraphs since the last."""

    rows: list[list[str]]
    merged: tuple[Range, ...]
    above: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A document's tables in order, nested ones after theirs, and its first paragraphs."""

    tables: tuple[WordTable, ...]
    opening: tuple[str, ...]


def table_name(place: int) -> str:
    """What a document's table is called, counted from 0."""
    return f"Bảng {place + 1}"


def document_of(body: Element, lists: Lists, limits: Limits) -> Document:
    """What a document's body says; tracked changes are read as if all were accepted.

    Raises: Refused where its tables have more cells than allowed.
    """
    reading = _Reading(Counting(lists), lists, limits)
    opening: list[str] = []
    for block in blocks(body):
        first = len(reading.tables)
        said = reading.block(block)
        if said is None and _is_letterhead(reading.tables[first]):
            said = "\n".join(cell for row in reading.tables[first].rows for cell in row)
        if len(opening) < _OPENING:
            opening += [line.strip() for line in (said or "").split("\n") if line.strip()]
    return Document(tuple(reading.tables), tuple(opening[:_OPENING]))


def _is_letterhead(table: WordTable) -> bool:
    rows = len(table.rows)
    return rows == 1 or (
        rows <= _LETTERHEAD_ROWS and len(table.rows[0] if rows else ()) <= _LETTERHEAD_COLUMNS
    )


class _Reading:
    """The tables read so far, and what the next one needs of what stands before it."""

    def __init__(self, counting: Counting, lists: Lists, limits: Limits) -> None:
        self.counting, self.styles, self.limits = counting, lists.styles, limits
        self.tables: list[WordTable] = []
        self.above: list[str] = []
        self.left = limits.max_cells

    def block(self, block: Element) -> str | None:
        """The text of a paragraph; None for a table, which is kept with those within it."""
        if block.tag.endswith("}tbl"):
            self.table(block)
            return None
        text, _ = self.paragraph(block)
        if text.strip():
            self.above.append(text.strip())
        return text

    def paragraph(self, paragraph: Element) -> tuple[str, str]:
        """Its text, and the number that Word shows before it."""
        listed = number_of(paragraph, self.styles)
        number = self.counting.next(*listed) if listed else ""
        return text_of_paragraph(paragraph), number

    def table(self, table: Element) -> None:
        """Keep a table, and those in its cells after it."""
        above, self.above = tuple(self.above[-_ABOVE:]), []
        place = len(self.tables)
        if place == MOST_SHEETS:
            expected = f"không quá {MOST_SHEETS} bảng"
            raise refused("file-too-large", expected=expected, found="nhiều bảng hơn", fix=_FEWER)
        self.tables.append(WordTable([], (), above))
        grid = _Grid(self)
        for row in children(table, "tr"):
            if not is_on(row, "trPr", "del"):
                grid.add(row)
        self.tables[place] = WordTable(grid.even_rows(place), grid.all_merged(), above)
        self.above = []

    def cell(self, cell: Element) -> str:
        """The paragraphs of a cell; where all are blank, the number that Word shows."""
        texts, numbers = [], []
        for block in blocks(cell):
            if block.tag.endswith("}tbl"):
                self.table(block)
            else:
                text, number = self.paragraph(block)
                texts.append(text)
                numbers.append(number)
        if is_on(cell, "tcPr", "cellDel"):
            return ""
        return "\n".join(text for text in texts if text.strip()) or next(filter(None, numbers), "")


class _Grid:
    """The rows of one table so far, and the vertical merges that may go on."""

    def __init__(self, reading: _Reading) -> None:
        self.reading = reading
        self.rows: list[list[str]] = []
        self.merged: list[Range] = []
        self.going: dict[int, tuple[int, int]] = {}  # column → first row, width

    def add(self, row: Element) -> None:
        skipped = _whole(value(row, "trPr", "gridBefore"), 0)
        self._count(skipped)
        texts = [""] * skipped
        for cell in children(row, "tc"):
            text = self.reading.cell(cell)
            width = max(_whole(value(cell, "tcPr", "gridSpan"), 1), 1)
            self._count(width)
            merge = value(cell, "tcPr", "vMerge")
            continues = merge in ("", "continue") and len(texts) in self.going
            if not continues:
                self._close(len(texts))
                self.going[len(texts)] = (len(self.rows), width)
                if merge is None:
                    self._close(len(texts), after=True)
            texts += ["" if continues else text, *[""] * (width - 1)]
        self._close_missing(len(texts))
        self.rows.append(texts)

    def even_rows(self, place: int) -> list[list[str]]:
        height, width = len(self.rows), max(map(len, self.rows), default=0)
        last = (max(height - 1, 0), max(width - 1, 0))
        check_reach(height, width, self.reading.limits, last, sheet=table_name(place))
        self._count(width * height - sum(map(len, self.rows)))
        return [row + [""] * (width - len(row)) for row in self.rows]

    def all_merged(self) -> tuple[Range, ...]:
        for column in list(self.going):
            self._close(column)
        return tuple(self.merged)

    def _count(self, cells: int) -> None:
        self.reading.left -= cells
        if self.reading.left < 0:
            raise too_many(self.reading.limits)

    def _close_missing(self, width: int) -> None:
        for column in [column for column in self.going if column >= width]:
            self._close(column)

    def _close(self, column: int, *, after: bool = False) -> None:
        """End the merge at a column, above the row being read or with it."""
        if column not in self.going:
            return
        first, width = self.going.pop(column)
        last = len(self.rows) - (not after)
        if last > first or width > 1:
            self.merged.append(((first, column), (last, column + width - 1)))


def _whole(text: str | None, otherwise: int) -> int:
    return int(text[:9]) if text and text.isdecimal() else otherwise
