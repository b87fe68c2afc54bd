"""The shapes in which spreadsheets show comments, in their old drawing language (VML)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.opening.workbook import position_of

_EMPTY = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml"'
    b' xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    b'<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_NOTE_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    b' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NOTE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    'width:{width}pt;height:{height}pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1"'
    ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_SHAPE = re.compile(rb"(<v:shape\b.*?</v:shape>)", re.S)
_ROW = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>")
_COLUMN = re.compile(rb"<x:Column>\s*(\d+)\s*</x:Column>")
_ANCHOR = re.compile(rb"<x:Anchor>.*?</x:Anchor>", re.S)
_NUMBER = re.compile(rb'id="[^"]*_s(\d+)"')
_WIDTH, _LINE, _PER_LINE = 300, 15, 46  # pixels, pixels, characters
_TALLEST = 600  # pixels


@dataclass(frozen=True)
class Sizes:
    """How wide the columns and how high the rows of a sheet are, in pixels."""

    columns: Sequence[tuple[int, int, float]]  # first, last (from 0), pixels
    rows: Mapping[int, float]
    column: float = 64.0
    row: float = 20.0

    def anchor(self, row: int, column: int, width: float, height: float) -> str:
        """Where a box beside a cell begins and ends, as cells and pixels into them."""
        left, right = column + 1, column + 1
        top = max(row - 1, 0)
        bottom = top
        rest_x, rest_y = width + 15, height + 4
        while rest_x >= (size := self._column(right)) and right < left + 1000:
            rest_x, right = rest_x - size, right + 1
        while rest_y >= (size := self.rows.get(bottom, self.row)) and bottom < top + 1000:
            rest_y, bottom = rest_y - size, bottom + 1
        return f"{left}, 15, {top}, 4, {right}, {int(rest_x)}, {bottom}, {int(rest_y)}"

    def _column(self, column: int) -> float:
        fitting = (size for first, last, size in self.columns if first <= column <= last)
        return next(fitting, self.column)


def _with_usual_prefixes(content: bytes) -> bytes:
    """The shapes as spreadsheets write them; some libraries call v:, o: and x: otherwise."""
    for usual, space in _SPACES.items():
        declared = re.search(rb"xmlns:(\w+)=\"" + re.escape(space) + rb'"', content)
        if declared is None:
            declaration = b"<xml xmlns:" + usual + b'="' + space + b'"'
            content = content.replace(b"<xml", declaration, 1)
        elif declared[1] != usual:
            content = re.sub(rb"(</?|\s)" + declared[1] + rb":", rb"\1" + usual + b":", content)
            content = content.replace(b"xmlns:" + declared[1] + b"=", b"xmlns:" + usual + b"=")
    return content


class Shapes:
    """The shapes of one sheet; those of other kinds are left as they are."""

    def __init__(self, content: bytes) -> None:
        content = _with_usual_prefixes(content) if b"</xml>" in content else _EMPTY
        before, _, self._after = content.rpartition(b"</xml>")
        self._pieces = _SHAPE.split(before)  # every second one is a shape
        self._notes: dict[tuple[int, int], int] = {}
        for at in range(1, len(self._pieces), 2):
            shape = self._pieces[at]
            row, column = _ROW.search(shape), _COLUMN.search(shape)
            if b'ObjectType="Note"' in shape and row and column:
                self._notes[int(row[1]), int(column[1])] = at
        if b'id="_x0000_t202"' not in before:
            self._pieces.append(_NOTE_TYPE)
        self._number = max((int(one) for one in _NUMBER.findall(before)), default=1024)

    def put(self, cell: str, text: str, sizes: Sizes) -> None:
        """A box beside the cell, large enough for the text; one that is there grows."""
        place = position_of(cell)
        lines = sum(1 + len(line) // _PER_LINE for line in text.split("\n"))
        height = min(_TALLEST, lines * _LINE + 12)
        anchor = sizes.anchor(*place, _WIDTH, height)
        at = self._notes.get(place)
        if at is not None:
            grown = f"<x:Anchor>{anchor}</x:Anchor>".encode()
            self._pieces[at] = _ANCHOR.sub(grown, self._pieces[at])
            return
        self._number += 1
        shape = _NOTE.format(
            number=self._number,
            order=self._number - 1023,
            width=_WIDTH * 3 / 4,
            height=height * 3 / 4,
            anchor=anchor,
            row=place[0],
            column=place[1],
        )
        self._notes[place] = len(self._pieces)
        self._pieces.append(shape.encode())

    def remove(self, cell: str) -> None:
        """Take the cell's box away."""
        at = self._notes.pop(position_of(cell), None)
        if at is not None:
            self._pieces[at] = b""

    def written(self) -> bytes:
        """The shapes as their part holds them."""
        return b"".join(self._pieces) + b"</xml>" + self._after
