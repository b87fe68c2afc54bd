"""A new criteria set, put among the reference files: wholly, or not at all and with the reason."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.ingest.problems import Problem, blocking, problem
from scoring.ingest.reference import changing
from scoring.ingest.reference.files import Files, as_text, contents, delimiter
from scoring.ingest.reference.layout import (
    CRITERIA,
    CRITERIA_SETS,
    FILES,
    SCALE,
    criteria_file,
    scale_file,
)
from scoring.ingest.reference.load import reference_of
from scoring.ingest.reference.values import CriteriaSet
from scoring.text.words import fold, nfc

if TYPE_CHECKING:
    import pandas as pd

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60


def add_criteria_set(
    folder: Path,
    one: CriteriaSet,
    scale: "pd.DataFrame",
    *,
    replace: bool = False,
    moment: datetime | None = None,
) -> tuple[Problem, ...]:
    """Add a set to the files of a folder; `replace` where its id is there already.

    The old files of a replaced set are kept under replaced/<id>-<moment>. Nothing is written where
    the files would not load, or would leave two sets for one year.

    Shape: `scale` has code, position, title, points.
    Returns: what is wrong with the set; it is written unless one of these is an error.
    """
    if len(one.id) > _LONGEST_ID or not _ID.fullmatch(one.id):
        expected = "mã gồm chữ thường không dấu, số và dấu gạch nối, như par-tinh-2026"
        return (problem("reference-not-written", expected=expected, found=f"“{one.id}”"),)
    at = (moment or datetime.now(UTC)).strftime("%Y%m%dT%H%M%S%f")
    try:
        with changing.alone(folder):
            changing.finish(folder)
            return _added(folder, one, scale, replace=replace, name=f"{one.id}-{at}")
    except OSError as error:
        found = error.strerror or type(error).__name__
        return (problem("reference-not-written", expected="thư mục ghi được", found=found),)


def _added(
    folder: Path, one: CriteriaSet, scale: "pd.DataFrame", *, replace: bool, name: str
) -> tuple[Problem, ...]:
    before = contents(folder)
    reference, known = reference_of(before)
    if one.id in (fold(other.id) for other in reference.criteria_sets) and not replace:
        expected = "mã chưa dùng; muốn thay bộ tiêu chí cũ thì chọn thay thế"
        return (
            problem("reference-duplicate", sheet=CRITERIA_SETS, expected=expected, found=one.id),
        )
    changed = dict(_changed(before, one, scale))
    found = tuple(_new_problems(known, {**before, **changed}, one))
    if not blocking(found):
        old = {file: content for file in changed if (content := before.get(file))}
        if replace or criteria_file(one.id) in old:
            changing.keep(folder, old, name)
        changing.change(folder, changed)
    return found


def _changed(before: Files, one: CriteriaSet, scale: "pd.DataFrame") -> Iterator[tuple[str, bytes]]:
    criteria = [[getattr(row, column) for column in CRITERIA] for row in one.criteria.values()]
    known = scale.astype(object).where(scale.notna(), None)
    levels = known[list(SCALE)].to_numpy().tolist() if len(scale) else []
    yield criteria_file(one.id), _table(list(CRITERIA), criteria)
    if levels or scale_file(one.id) in before:
        yield scale_file(one.id), _table(list(SCALE), levels)
    values = {column: _cell(getattr(one, column)) for column in FILES[CRITERIA_SETS]}
    yield CRITERIA_SETS, _with_row(before.get(CRITERIA_SETS) or b"", values)


def _new_problems(known: Sequence[Problem], after: Files, one: CriteriaSet) -> Iterator[Problem]:
    """What the change brings, and what of the old keeps the set from being read."""
    broken = [found for found in known if found.sheet == CRITERIA_SETS]
    reference, problems = reference_of(after)
    if broken and one.id not in {other.id for other in reference.criteria_sets}:
        yield from broken
    else:
        yield from (found for found in problems if found not in known)


def _with_row(content: bytes, values: Mapping[str, str]) -> bytes:
    """criteria_sets.csv with one row more, or with the row of the same id replaced."""
    text = content.decode("utf-8-sig", errors="replace")
    sign = delimiter(text)
    reader = csv.reader(StringIO(text), delimiter=sign)
    lines = list(StringIO(text))
    header = next(reader, [])
    row = _line([values.get(nfc(column), "") for column in header], sign)
    kept, done, begin = lines[: reader.line_num], False, reader.line_num
    for cells in reader:
        same = dict(zip(header, cells, strict=False)).get("id", "").strip() == values["id"]
        kept += [row] if same else lines[begin : reader.line_num]
        done, begin = done or same, reader.line_num
    if kept and not kept[-1].endswith(("\n", "\r")):
        kept[-1] += "\n"
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    return mark + "".join(kept if done else [*kept, row]).encode()


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    lines = [_line(list(columns)), *(_line([_cell(cell) for cell in row]) for row in rows)]
    return "".join(lines).encode()


def _line(cells: Sequence[str], sign: str = ",") -> str:
    stream = StringIO()
    csv.writer(stream, delimiter=sign, lineterminator="\n").writerow(cells)
    return stream.getvalue()


def _cell(value: Any) -> str:
    """A value as the files write it: a number with a point, blank where there is none."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return as_text(str(value))
