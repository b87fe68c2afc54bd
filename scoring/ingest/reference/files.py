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


def criteria_files(folder: Path) -> list[str]:
    """The criteria files that there are."""
    return sorted(f"criteria/{path.name}" for path in folder.glob("criteria/*.csv"))


def digest(folder: Path) -> str:
    """The sha256 over the names and bytes of all the files."""
    seen = hashlib.sha256()
    for name in sorted([*FILES, *criteria_files(folder)]):
        if (folder / name).is_file():
            content = (folder / name).read_bytes()
            seen.update(f"{name}\0{len(content)}\0".encode() + content)
    return seen.hexdigest()


def read_rows(
    folder: Path, name: str, columns: Mapping[str, Column]
) -> tuple[list[Row], list[Problem]]:
    """The typed rows of one file, and its problems; a row with a wrong cell is left out."""
    try:
        header, *lines = _lines((folder / name).read_text("utf-8-sig"))
    except FileNotFoundError:
        return [], [problem("reference-file-missing", sheet=name)]
    except (OSError, ValueError, csv.Error):
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


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The lines that are not blank, numbered as a spreadsheet does; Excel may write semicolons."""
    first = text.partition("\n")[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    lines = enumerate(csv.reader(StringIO(text), delimiter=delimiter, strict=True), start=1)
    kept = [(number, [nfc(cell) for cell in cells]) for number, cells in lines]
    return kept[:1] + [(number, cells) for number, cells in kept[1:] if any(cells)]


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
