"""The program that reads an .xls, .xlsb or .ods in a process of its own.

A damaged one makes the reader's native code loop, panic, or take all memory and abort; nothing
within the process can stop that. It imports nothing of this software, so it starts at once.

`reading_apart.py CELLS BYTES < file` answers with one pickled tuple: ("sheets", list of name, rows,
merged ranges and whether it is hidden), ("password",) or ("far", sheet, rows, columns); with any
other exit code than 0 the file could not be read.
"""

import io
import pickle
import sys
from contextlib import suppress
from typing import Any

import python_calamine


def main() -> None:
    """Read the file on standard input and write what it holds to standard output."""
    most_cells, most_bytes = map(int, sys.argv[1:])
    _limit_memory(most_bytes)
    try:
        answer = _read(io.BytesIO(sys.stdin.buffer.read()), most_cells)
    except python_calamine.PasswordError:
        answer = ("password",)
    pickler = pickle.Pickler(sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # remembering each cell would take more memory than the cells
    pickler.dump(answer)


def _read(file: io.BytesIO, most_cells: int) -> tuple[Any, ...]:
    book = python_calamine.load_workbook(file)
    sheets, left = [], most_cells
    for at, about in enumerate(book.sheets_metadata):
        name, sheet = about.name, book.get_sheet_by_index(at)
        last_row, last_column = sheet.end or (-1, -1)
        left -= (last_row + 1) * (last_column + 1)
        if left < 0:
            return "far", name, last_row + 1, last_column + 1
        rows = sheet.to_python(skip_empty_area=False)
        hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
        sheets.append((name, rows, sheet.merged_cell_ranges or [], hidden))
    return "sheets", sheets


def _limit_memory(most_bytes: int) -> None:
    with suppress(ImportError, OSError, ValueError):  # where the system knows no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
