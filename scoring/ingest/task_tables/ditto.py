"""Cells that only say 'nt', 'như trên' or a ditto mark: they mean the cell above."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from scoring.ingest.cells import filled, letter_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.problems import Place, Problem
from scoring.ingest.task_tables.line_texts import field_texts
from scoring.text.words import fold

_DITTO = re.compile(
    r"[-–—(\s]*(?:nt|n/t|như (?:(?:dòng|mục|ô) )?trên)[-–—).\s]*"
    r"|[-–—\s]*(?:[\"“”„″〃]|''|,,|//)[-–—\s]*"
)
_LONGEST = 20  # characters
_SHOWN = 80


def above(texts: Sequence[str]) -> list[str]:
    """A column of texts with each ditto mark as the text above it; with none above it stays."""
    if not _any_ditto(texts):
        return list(texts)
    meant: list[str] = []
    last = ""
    for text in texts:
        meant.append((last or text) if _is_ditto(text) else text)
        last = last if not text or _is_ditto(text) else text
    return meant


def _any_ditto(cells: Iterable[Cell]) -> bool:
    """One look at the short texts of a column, each once."""
    short = {cell for cell in cells if type(cell) is str and 0 < len(cell) <= _LONGEST}
    return any(map(_is_ditto, short))


def _is_ditto(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and bool(_DITTO.fullmatch(fold(text)))


def ditto_problems(
    sheet: Sheet, layout: Layout, fields: Sequence[str], rows: Collection[int]
) -> Iterator[Problem]:
    """Both readings of each ditto mark; of marks one below the other once.

    Shape: `rows` are those that count, as the spreadsheet shows them.
    """
    counted = set(rows)
    for field in fields:
        if field not in layout.columns or not _any_ditto(layout.cells(sheet, field)):
            continue
        texts = field_texts(filled(sheet, layout, field), field)
        meant = above(texts)
        marks = [at for at, text in enumerate(texts) if text != meant[at]]
        marks = [at for at in marks if layout.row_of(at) in counted]
        for run in _runs(marks, meant):
            place = Place(sheet.name, layout.row_of(run[0]), letter_of(layout, field))
            last = f" đến dòng {layout.row_of(run[-1])}" if len(run) > 1 else ""
            found = f"“{texts[run[0]]}” ở dòng {layout.row_of(run[0])}{last}"
            yield place.problem("cell-above", f"“{_short(meant[run[0]])}” (ô phía trên)", found)


def _runs(marks: Sequence[int], meant: Sequence[str]) -> Iterator[list[int]]:
    """The marks, those that follow each other with one meaning together."""
    run: list[int] = []
    for at in marks:
        if run and meant[at] != meant[run[-1]]:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
