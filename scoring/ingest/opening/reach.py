"""What a sheet holds, how far its cells may reach, and how long their texts may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scoring.ingest.limits import Limits
from scoring.ingest.opening.addresses import column_letter
from scoring.ingest.opening.refusal import Refused, refused

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of every spreadsheet program
LONGEST_TEXT = 32_767  # characters of a cell, likewise
MOST_SHEETS = 400  # of a file, or tables of a document
MOST_TEXT = 40_000_000  # characters of a file's cells, a text counted wherever it shows
_FAR_CELL = (
    "Nếu ô này nằm lạc xa bảng thì xoá nó (Ctrl+End để tới ô cuối) rồi lưu lại; "
    "nếu không, chỉ giữ lại các trang tính có bảng, hoặc nâng giới hạn trong cấu hình."
)

Position = tuple[int, int]  # row, column from 0
Range = tuple[Position, Position]  # its first and its last cell


@dataclass(frozen=True)
class Read:
    """One sheet as its reader gives it: the rows from A1 on, and the merged ranges."""

    name: str
    rows: list[list[Any]]
    merged: Sequence[Range] = ()
    hidden: bool = False


def check_reach(rows: int, columns: int, limits: Limits, at: Position, *, sheet: str = "") -> None:
    """See that a sheet of so many rows and columns may be read; `at` is the cell to name.

    Raises: Refused where it may not.
    """
    if rows > LAST_ROW or columns > LAST_COLUMN:
        raise outside()
    if rows > limits.max_rows:
        expected, found = f"không quá {limits.max_rows} dòng", f"có ô ở dòng {rows}"
    elif columns > limits.max_columns:
        expected, found = f"không quá {limits.max_columns} cột", f"có ô ở cột thứ {columns}"
    elif rows * columns > limits.max_cells:
        expected, found = f"không quá {limits.max_cells} ô", f"{rows} dòng × {columns} cột"
    else:
        return
    raise refused(
        "file-too-large",
        expected=expected,
        found=found,
        sheet=sheet or None,
        row=at[0] + 1,
        column=column_letter(at[1]),
        fix=_FAR_CELL,
    )


def check_texts(length: int) -> None:
    """See that the texts of a file's cells, so many characters, may be held in memory.

    Raises: Refused where they may not.
    """
    if length > MOST_TEXT:
        millions = MOST_TEXT // 1_000_000
        expected = f"không quá {millions} triệu ký tự trong các ô"
        found = f"{length // 1_000_000} triệu ký tự"
        raise refused("file-too-large", expected=expected, found=found)


def outside() -> Refused:
    """The refusal of a cell where no sheet has any."""
    return refused("file-unreadable", found="có ô nằm ngoài giới hạn của trang tính")


def too_many(limits: Limits, *, sheet: str = "") -> Refused:
    """The refusal of a file that holds more than its cells may be."""
    expected = f"không quá {limits.max_cells} ô"
    found = "nhiều ô hơn mức cho phép"
    return refused("file-too-large", expected=expected, found=found, sheet=sheet or None)


def too_many_sheets(count: int) -> Refused:
    """The refusal of a file of more sheets than anyone keeps."""
    expected = f"không quá {MOST_SHEETS} trang tính"
    return refused("file-too-large", expected=expected, found=f"{count} trang tính")


def too_long(at: Position, length: int) -> Refused:
    """The refusal of a text longer than a cell can hold."""
    return refused(
        "file-too-large",
        expected=f"không quá {LONGEST_TEXT} ký tự trong một ô",
        found=f"{length} ký tự",
        row=at[0] + 1,
        column=column_letter(at[1]),
        fix="Rút ngắn hoặc tách nội dung của ô này rồi nạp lại.",
    )
