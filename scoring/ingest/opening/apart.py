"""The sheets of an .xls, .xlsb or .ods, read in a process of its own (see reading_apart.py)."""

import io
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from scoring.ingest.limits import Limits
from scoring.ingest.opening.reach import MOST_SHEETS, Read, check_reach, too_many, too_many_sheets
from scoring.ingest.opening.refusal import refused

_PROGRAM = Path(__file__).with_name("reading_apart.py")
_SECONDS = 8  # the largest allowed file takes two
_BYTES = 700 * 2**20
_TYPES = frozenset({"date", "datetime", "time", "timedelta"})


def read_apart(content: bytes, limits: Limits) -> list[Read]:
    """The sheets of a file.

    Raises: Refused where it is damaged, has a password, or needs more memory or time than allowed.
    """
    kind, *said = _answer(content, limits)
    if kind == "password":
        raise refused("file-password", expected="tệp không có mật khẩu", found="tệp đã mã hoá")
    if kind == "far":
        name, rows, columns = said
        check_reach(rows, columns, limits, (rows - 1, columns - 1), sheet=name)
        raise too_many(limits, sheet=name)  # all sheets together
    if len(said[0]) > MOST_SHEETS:
        raise too_many_sheets(len(said[0]))
    sheets = [Read(name, rows, tuple(merged), hidden) for name, rows, merged, hidden in said[0]]
    for one in sheets:
        height, width = len(one.rows), len(one.rows[0]) if one.rows else 0
        check_reach(height, width, limits, (max(height, 1) - 1, max(width, 1) - 1), sheet=one.name)
    return sheets


def _answer(content: bytes, limits: Limits) -> tuple[Any, ...]:
    # -P: the program's folder is not searched for modules.
    command = [sys.executable, "-P", str(_PROGRAM), str(limits.max_cells), str(_BYTES)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise refused("file-unreadable", found=f"đọc quá {_SECONDS} giây chưa xong") from error
    if done.returncode:
        found = "tệp hỏng, hoặc có ô nằm quá xa bảng"
        raise refused("file-unreadable", found=found)
    answer: tuple[Any, ...] = _Plain(io.BytesIO(done.stdout)).load()
    return answer


class _Plain(pickle.Unpickler):
    """Reads values and dates, and makes nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """One of the four types of dates."""
        if module != "datetime" or name not in _TYPES:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
