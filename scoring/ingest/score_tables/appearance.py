"""How a table's code and title cells look: number format, bold, indent. Only an .xlsx tells."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import ParseError

from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet

# What openpyxl raises over files that calamine could read; without looks the rows' order decides.
# Its own InvalidFileException is for names of files, and is never raised over bytes.
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError, NotImplementedError),
)
_INDENT = 3  # leading blanks that one step of Excel's indent is worth


@dataclass(frozen=True)
class Look:
    """How one cell looks."""

    number_format: str = "General"
    bold: bool = False
    indent: int = 0
    capitals: bool = False  # whether its text is in capitals


PLAIN = Look()


@dataclass(frozen=True)
class Appearance:
    """The looks of one table's cells, read from the file when first asked for."""

    sheet: Sheet
    layout: Layout

    def formats(self) -> Mapping[int, str]:
        """The number format of each code cell, by the row's position in the table."""
        return {at: look.number_format for at, look in self._looks("code").items()}

    def title(self, at: int) -> Look:
        """How a row's title looks, with its leading blanks counted as indent."""
        look = self._looks("title").get(at, PLAIN)
        text = str(self.sheet.rows[self.layout.first + at][self.layout.columns["title"]])
        return Look(
            bold=look.bold,
            indent=_INDENT * look.indent + len(text) - len(text.lstrip()),
            capitals=text == text.upper() != text.lower(),
        )

    def _looks(self, field: str) -> Mapping[int, Look]:
        return self._columns.get(self.layout.columns.get(field, -1), {})

    @cached_property
    def _columns(self) -> Mapping[int, Mapping[int, Look]]:
        try:
            return _looks_of(self.sheet, self.layout)
        except _UNREADABLE:
            return {}


def _looks_of(sheet: Sheet, layout: Layout) -> dict[int, dict[int, Look]]:
    """Column → position → look, of the code and the title column."""
    wanted = [layout.columns[field] for field in ("code", "title") if field in layout.columns]
    if not sheet.source:
        return {}
    # Imported here: it takes long, and most tables say all they have to without their looks.
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(sheet.source), read_only=True)
    found: dict[int, dict[int, Look]] = {at: {} for at in wanted}
    rows = book[sheet.name].iter_rows(
        min_row=layout.first + 1, max_row=layout.last, max_col=max(wanted) + 1
    )
    for at, cells in enumerate(rows):
        for column in wanted:
            cell = cells[column] if column < len(cells) else None
            if cell is not None and getattr(cell, "has_style", False):
                found[column][at] = Look(
                    cell.number_format, bool(cell.font.bold), int(cell.alignment.indent or 0)
                )
    book.close()
    return found
