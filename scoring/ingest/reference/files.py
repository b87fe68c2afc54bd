"""Reads the files under data/reference: rows of typed values, and the cells that are wrong."""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from scoring.ingest.problems import Problem, problem
from scoring.ingest.reference.layout import FILES, Column
from scoring.text.words import nfc

Files = Mapping[str, bytes | None]  # name → bytes, None where they cannot be read

# Files on their way into place: once this folder is there, what it holds counts.
PENDING = "pending"
_MOST_LOOKS = 10
FORMULA_SIGNS = frozenset("=+-@'")


@dataclass(frozen=True)
class Row:
    """One row of a file: its values, and where each stands."""

    file: str
    number: int
    values: Mapping[str, Any]
    letters: Mapping[str, str]

    def problem(self, code: str, column: str, expected: str, found: object = None) -> Problem:
        """What is wrong with one cell of the row."""
        return problem(
            code,
            sheet=self.file,
            row=self.number,
            column=self.letters[column],
            expected=expected,
            found=None if found is None else str(found),
        )


def contents(folder: Path) -> Files:
    """Every file as it stands between two changes: what is being written is there wholly or not."""
    seen = _contents(folder)
    for _ in range(_MOST_LOOKS):
        again = _contents(folder)
        if again == seen:
            break
        seen = again
    return seen


def _contents(folder: Path) -> Files:
    """What a writer has decided goes before what it has not moved into place yet."""
    decided = {
        path.relative_to(folder / PENDING).as_posix(): _bytes(path)
        for path in _csv_files(folder / PENDING)
    }
    names = [path.relative_to(folder).as_posix() for path in _csv_files(folder)]
    standing = {name: _bytes(folder / name) for name in names if name in FILES or "/" in name}
    return standing | {name: found for name, found in decided.items() if found is not None}


def _csv_files(folder: Path) -> list[Path]:
    """The files of a reference folder, which a writer may be moving away meanwhile."""
    try:
        return sorted(
            path for part in ("", "criteria/", "scales/") for path in folder.glob(f"{part}*.csv")
        )
    except FileNotFoundError:
        return []


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def digest(files: Files) -> str:
    """The sha256 over the names and bytes of all the files."""
    seen = hashlib.sha256()
    for name in sorted(files):
        content = files[name] or b""
        seen.update(f"{name}\0{len(content)}\0".encode() + content)
    return seen.hexdigest()


def read_rows(
    files: Files, name: str, columns: Mapping[str, Column]
) -> tuple[list[Row], list[Problem]]:
    """The typed rows of one file, and its problems; a row with a wrong cell is left out."""
    if name not in files:
        return [], [problem("reference-file-missing", sheet=name)]
    try:
        header, *lines = _lines((files[name] or b"").decode("utf-8-sig"))
    except (ValueError, csv.Error):
        return [], [problem("reference-file-unreadable", sheet=name)]
    letters = {field: chr(ord("A") + at) for at, field in enumerate(header[1][:26])}
    missing = [
        problem("reference-column-missing", sheet=name, row=1, expected=f"cột {field}")
        for field in columns
        if field not in letters
    ]
    if missing:
        return [], missing
    printed = [
        Row(name, number, dict(zip(letters, [*cells, *[""] * len(letters)], strict=False)), letters)
        for number, cells in lines
    ]
    problems = [found for row in printed for found in _wrong_cells(row, columns)]
    wrong = {found.row for found in problems}
    return [_typed(row, columns) for row in printed if row.number not in wrong], problems


def delimiter(text: str) -> str:
    """What stands between the cells: Excel may write semicolons."""
    first = text.partition("\n")[0]
    return ";" if ";" in first and "," not in first else ","


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The lines that are not blank, numbered as a spreadsheet does."""
    lines = csv.reader(StringIO(text), delimiter=delimiter(text), strict=True)
    kept = [(number, [_said(cell) for cell in cells]) for number, cells in enumerate(lines, 1)]
    return kept[:1] + [(number, cells) for number, cells in kept[1:] if any(cells)]


def _said(cell: str) -> str:
    """A cell without the quote that keeps a spreadsheet from taking a text for a formula."""
    text = nfc(cell)
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_SIGNS else text


def as_text(cell: str) -> str:
    """A cell that reads as it is, and that no spreadsheet takes for a formula."""
    text = nfc(cell)
    formula = text[:1] in FORMULA_SIGNS or text[:1] == "'" and text[1:2] in FORMULA_SIGNS
    return f"'{text}" if text and formula else text


def _wrong_cells(row: Row, columns: Mapping[str, Column]) -> Iterator[Problem]:
    for field, column in columns.items():
        cell = row.values[field]
        if column.needed and not cell:
            yield row.problem("reference-value-missing", field, column.expected)
        elif cell and not column.reads(cell):
            yield row.problem(column.code, field, column.expected, cell)


def _typed(row: Row, columns: Mapping[str, Column]) -> Row:
    values = {field: column.value(row.values[field]) for field, column in columns.items()}
    return Row(row.file, row.number, values, row.letters)
