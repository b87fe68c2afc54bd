"""The rows of a sheet as they are written: other styles for some cells, the rest byte for byte."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.opening.workbook import cell_name, position_of
from scoring.sheets.xml_tree import NotMarkable

StyleOf = Callable[[int, int, int], int]  # row, column (from 0), present style → style
Tag = re.Match[bytes]
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)(/?)>")
_ROW_END = re.compile(rb"</(?:\w+:)?row\s*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>")
_STYLE = re.compile(rb"""\s+s\s*=\s*["'](\d+)["']""")
_SPANS = re.compile(rb"""\s+spans\s*=\s*["'][^"']*["']""")
_ATTRIBUTES: Mapping[bytes, re.Pattern[bytes]] = {
    name: re.compile(rb"""(?:^|\s)""" + name + rb"""\s*=\s*["']([^"']*)["']""")
    for name in (b"r", b"s", b"ht", b"hidden", b"customFormat")
}


@dataclass(frozen=True)
class Rows:
    """What stands between the tags of a sheet's data."""

    xml: bytes
    prefix: bytes  # 'x:' where the writer names the namespace
    column_styles: Sequence[tuple[int, int, int]]  # first and last column from 0, style

    def heights(self) -> dict[int, float]:
        """The heights in points of the rows that have their own; 0 for a hidden one."""
        heights: dict[int, float] = {}
        for row, tag in _numbered(self.xml):
            if _attribute(tag[1], b"hidden") in (b"1", b"true"):
                heights[row] = 0.0
            elif height := _attribute(tag[1], b"ht"):
                heights[row] = float(height)
        return heights

    def cells_with(self, styles: frozenset[int]) -> list[tuple[int, int]]:
        """Row and column of the cells that have one of these styles."""
        wanted = {str(style).encode() for style in styles}
        if wanted.isdisjoint(_STYLE.findall(self.xml)):
            return []
        return [(row, column) for row, column, style in self._styled() if style in wanted]

    def styles_of_column(self, column: int) -> dict[int, int]:
        """Row → style, of the cells of one column."""
        return {row: int(style) for row, at, style in self._styled() if at == column}

    def restyled(self, places: Sequence[tuple[int, int]], style_of: StyleOf) -> bytes:
        """The rows with other styles at these places; a cell that is not there is made, blank."""
        wanted: dict[int, list[int]] = {}
        for row, column in sorted(set(places), reverse=True):
            wanted.setdefault(row, []).insert(0, column)
        left = list(wanted.items())  # the last row first
        pieces: list[bytes] = []
        written_to = 0
        for row, tag in _numbered(self.xml):
            if not left:
                break
            if row < left[-1][0]:
                continue
            pieces.append(self.xml[written_to : tag.start()])
            written_to = tag.start()
            while left and left[-1][0] < row:
                pieces.append(self._new_row(*left.pop(), style_of))
            if left and left[-1][0] == row:
                pieces.append(self._row(row, tag, left.pop()[1], style_of))
                written_to = _end(self.xml, tag)
        pieces.append(self.xml[written_to:])
        pieces += [self._new_row(*one, style_of) for one in reversed(left)]
        return b"".join(pieces)

    def _styled(self) -> Iterator[tuple[int, int, bytes]]:
        for row, tag in _numbered(self.xml):
            for column, cell in _cells(_inside(self.xml, tag)):
                if style := _STYLE.search(cell[1]):
                    yield row, column, style[1]

    def _row(self, row: int, tag: Tag, columns: Sequence[int], style_of: StyleOf) -> bytes:
        """One row with other styles in these columns."""
        content = _inside(self.xml, tag)
        base = _row_style(tag[1])
        pieces: list[bytes] = []
        left = list(columns)
        at = 0
        for column, cell in _cells(content):
            while left and left[0] <= column:
                pieces.append(content[at : cell.start()])
                at = cell.start()
                wanted = left.pop(0)
                if wanted == column:
                    pieces.append(_restyled_tag(cell, row, column, style_of))
                    at = cell.end()
                else:
                    pieces.append(self._new_cell(row, wanted, base, style_of))
        pieces.append(content[at:])
        pieces += [self._new_cell(row, column, base, style_of) for column in left]
        name = self.prefix + b"row"
        opening = b"<" + name + _SPANS.sub(b"", tag[1]) + b">"
        return opening + b"".join(pieces) + b"</" + name + b">"

    def _new_row(self, row: int, columns: Sequence[int], style_of: StyleOf) -> bytes:
        name = self.prefix + b"row"
        cells = b"".join(self._new_cell(row, column, None, style_of) for column in columns)
        return b"<" + name + b' r="%d">' % (row + 1) + cells + b"</" + name + b">"

    def _new_cell(self, row: int, column: int, base: int | None, style_of: StyleOf) -> bytes:
        """A blank cell, styled on what its row or column looks like."""
        if base is None:
            fitting = (s for first, last, s in self.column_styles if first <= column <= last)
            base = next(fitting, 0)
        address = cell_name(row, column).encode()
        style = style_of(row, column, base)
        return b"<" + self.prefix + b'c r="' + address + b'" s="%d"/>' % style


def _numbered(xml: bytes) -> Iterator[tuple[int, Tag]]:
    """Each row's number from 0, and its opening tag."""
    number = -1
    for tag in _ROW.finditer(xml):
        said = _attribute(tag[1], b"r")
        number = int(said) - 1 if said else number + 1
        yield number, tag


def _inside(xml: bytes, tag: Tag) -> bytes:
    """What stands in a row."""
    return b"" if tag[2] else xml[tag.end() : _closing(xml, tag).start()]


def _end(xml: bytes, tag: Tag) -> int:
    return tag.end() if tag[2] else _closing(xml, tag).end()


def _closing(xml: bytes, tag: Tag) -> Tag:
    end = _ROW_END.search(xml, tag.end())
    if end is None:
        raise NotMarkable("row")
    return end


def _cells(content: bytes) -> Iterator[tuple[int, Tag]]:
    """Each cell's column from 0, and its opening tag."""
    column = -1
    for tag in _CELL.finditer(content):
        said = _attribute(tag[1], b"r")
        column = position_of(said.decode())[1] if said else column + 1
        yield column, tag


def _restyled_tag(cell: Tag, row: int, column: int, style_of: StyleOf) -> bytes:
    said = _STYLE.search(cell[1])
    style = style_of(row, column, int(said[1]) if said else 0)
    opening = cell[0][: cell.start(1) - cell.start()]
    return opening + _STYLE.sub(b"", cell[1]) + b' s="%d"' % style + cell[2] + b">"


def _row_style(attributes: bytes) -> int | None:
    """The style of the blank cells of a row that has one of its own."""
    if _attribute(attributes, b"customFormat") in (b"1", b"true"):
        return int(_attribute(attributes, b"s") or 0)
    return None


def _attribute(attributes: bytes, name: bytes) -> bytes | None:
    match = _ATTRIBUTES[name].search(attributes)
    return match[1] if match else None
