"""The sheets of an .xlsx, read where we are: its parts have been looked at before."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import python_calamine

from scoring.ingest.limits import Limits
from scoring.ingest.opening.reach import Read, check_reach, too_many
from scoring.ingest.opening.refusal import refused

_PANIC = "PanicException"  # of native code; it derives from BaseException and has no public name


def read_here(content: bytes, limits: Limits) -> list[Read]:
    """The sheets of a file.

    Raises: Refused where it is damaged, has a password, or its sheets hold too much together.
    """
    with _native_code():
        return list(_sheets(content, limits))


def _sheets(content: bytes, limits: Limits) -> Iterator[Read]:
    book = python_calamine.load_workbook(io.BytesIO(content))
    left = limits.max_cells
    for at, about in enumerate(book.sheets_metadata):
        name, sheet = about.name, book.get_sheet_by_index(at)
        row, column = sheet.end or (-1, -1)
        check_reach(row + 1, column + 1, limits, (row, column), sheet=name)
        left -= (row + 1) * (column + 1)
        if left < 0:
            raise too_many(limits, sheet=name)
        merged = tuple(sheet.merged_cell_ranges or ())
        hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
        yield Read(name, sheet.to_python(skip_empty_area=False), merged, hidden)


@contextmanager
def _native_code() -> Iterator[None]:
    try:
        yield
    except python_calamine.PasswordError as error:
        raise refused("file-password", found="tệp đã mã hoá") from error
    except (python_calamine.CalamineError, ValueError, OverflowError, OSError) as error:
        raise refused("file-unreadable", found="tệp hỏng hoặc sai định dạng") from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise refused("file-unreadable", found="tệp hỏng hoặc sai định dạng") from error
