"""The rows of a progress table: which tasks they are of, and what is told of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from scoring.ingest.cells import text_of
from scoring.ingest.opening.workbook import Cell, Sheet, column_letter
from scoring.ingest.problems import Place, Problem, blocking
from scoring.ingest.progress_tables.cells import Told, beside, free_text, read_told
from scoring.ingest.progress_tables.columns import AMONG_TOLD, KEY, SHOWN, TOLD
from scoring.ingest.progress_tables.keys import (
    SIGNS,
    Key,
    NotOurs,
    read_key,
    shown_digest,
    told_digest,
)
from scoring.ingest.progress_tables.words import state_of
from scoring.text.numbers import number_in

COLUMNS = ("task", "code", "title", "state", "percent", "evidence", "remark", "unit", "row")
_FREE = ("evidence", "remark")
_LONGEST = 80  # characters of a task as a problem names it


@dataclass(frozen=True)
class Stretch:
    """The rows of a sheet that stand under one header, all counted from 0."""

    sheet: Sheet
    header: int
    first: int
    until: int  # exclusive
    columns: Mapping[str, int]
    unit: str


@dataclass
class Read:
    """What was read of a stretch."""

    rows: list[dict[str, object]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    blank: int = 0  # tasks of which nothing is told
    same: int = 0  # tasks of which the same is told as when the file was made
    last: int = 0  # the last row with a key

    @property
    def frame(self) -> pd.DataFrame:
        """One row per task of which something new is told."""
        frame = pd.DataFrame(self.rows, columns=list(COLUMNS))
        return frame.astype({"percent": "float64", "row": "int64"})


def read_rows(of: Stretch) -> Read:
    """All rows with a key, and those with something told that have none."""
    read = Read()
    rows = [at for at in range(of.first, of.until) if at != of.header]
    sure = [at for at in rows if any(text.startswith(SIGNS[1]) for text in _key_texts(of, at))]
    read.last = max(sure, default=of.header)
    # Within the table a text in the place of a key is a key that somebody changed; the title above
    # and the signatures below may stand in the same column.
    inside = (at for at in rows if of.header < at < read.last and any(_key_texts(of, at)))
    keyed = {*sure, *inside}
    seen: dict[str, int] = {}
    for at in rows:
        if at in keyed:
            _read_row(of, at, seen, read)
        elif at > of.header:
            read.problems += _without_key(of, at, read.last)
    return read


def _key_texts(of: Stretch, at: int) -> list[str]:
    return [_text(of, at, name) for name in (KEY, *AMONG_TOLD)]


def _read_row(of: Stretch, at: int, seen: dict[str, int], read: Read) -> None:
    key, wrong = _keys(of, at, seen)
    cells = {name: _cell(of, at, name) for name in TOLD}
    told, more = read_told(cells, {name: _place(of, at, name) for name in TOLD})
    if key is None or wrong or more and blocking(more):
        read.problems += [*wrong, *more]
        return
    first, second = key
    seen.setdefault(first.task, at)
    if told.nothing:
        read.blank += 1
        return
    if second is not None and told_digest(second.task, told.texts) == second.digest:
        read.same += 1
        return
    odd = [*more, *beside(told, {name: _place(of, at, name) for name in TOLD})]
    read.problems += odd
    if not blocking(odd):
        read.rows.append(_row(of, at, first.task, told))


def _row(of: Stretch, at: int, task: str, told: Told) -> dict[str, object]:
    return {
        "task": task,
        "code": _text(of, at, "code"),
        "title": _text(of, at, "title"),
        **{name: getattr(told, name) for name in TOLD},
        "unit": of.unit,
        "row": at + 1,
    }


def _keys(
    of: Stretch, at: int, seen: Mapping[str, int]
) -> tuple[tuple[Key, Key | None] | None, list[Problem]]:
    """The keys of a row; what is wrong where they do not belong to each other and to its texts."""
    place = _place(of, at, "title")
    try:
        first, *others = map(read_key, _key_texts(of, at))
    except NotOurs as error:
        return None, [place.problem("progress-key-damaged", "khoá ẩn còn nguyên", f"“{error}”")]
    told = any(_cell(of, at, name) != "" for name in TOLD)
    if first is None or (told and None in others):
        expected = "các khoá ẩn của dòng còn đủ"
        return None, [place.problem("progress-key-damaged", expected, "có khoá bị xoá")]
    known = [key for key in others if key is not None]
    if any(key.task != first.task for key in known):
        expected = "nội dung báo cáo đứng cùng dòng với nhiệm vụ của nó"
        return None, [place.problem("progress-rows-mixed", expected, "của một nhiệm vụ khác")]
    wrong = []
    if first.task in seen:
        expected = "mỗi nhiệm vụ một dòng"
        found = f"cùng nhiệm vụ với dòng {seen[first.task] + 1}"
        wrong.append(place.problem("progress-key-twice", expected, found))
    if shown_digest(first.task, [_text(of, at, name) for name in SHOWN]) != first.digest:
        expected = "kế hoạch, nhiệm vụ, sản phẩm như lúc tải tệp"
        shown = _text(of, at, "title")[:_LONGEST] or "ô trống"
        wrong.append(place.problem("progress-rows-mixed", expected, f"“{shown}”"))
    return (first, known[0] if known else None), wrong


def _without_key(of: Stretch, at: int, last: int) -> Iterator[Problem]:
    """A row that somebody put in: what it tells belongs to no task."""
    told = [name for name in TOLD if _cell(of, at, name) != ""]
    if not told:
        return
    place = _place(of, at, told[0])
    found = f"“{_text(of, at, told[0])[:_LONGEST]}” ở dòng không có khoá"
    if at > last and not _is_a_report(of, at):
        yield place.problem("progress-below", "hết bảng ở đây", f"{found}, không đọc")
        return
    yield place.problem("progress-key-missing", "dòng của một nhiệm vụ trong tệp", found)


def _is_a_report(of: Stretch, at: int) -> bool:
    """Whether a row below the table is meant as one of it, not as a signature or a remark."""
    named = bool(_text(of, at, "title"))
    state = state_of(_text(of, at, "state"))
    return named or state is not None or number_in(_cell(of, at, "percent")) is not None


def _cell(of: Stretch, at: int, name: str) -> Cell:
    """A cell; a formula that no spreadsheet computed is the text that was typed."""
    column = of.columns.get(name)
    row = of.sheet.rows[at]
    if column is None or column >= len(row):
        return ""
    formula = of.sheet.formulas.get((at, column), "")
    cell = row[column] if row[column] != "" or not formula else f"={formula.removeprefix('=')}"
    if name in _FREE:
        return free_text(cell) or ""
    return cell if text_of(cell) else ""


def _text(of: Stretch, at: int, name: str) -> str:
    return text_of(_cell(of, at, name))


def _place(of: Stretch, at: int, name: str) -> Place:
    column = of.columns.get(name)
    return Place(of.sheet.name, at + 1, None if column is None else column_letter(column))


def unchanged(read: Read, place: Place) -> list[Problem]:
    """What is said of the tasks of which nothing new is told; all of them: nothing to load."""
    parts = [
        f"{count} dòng {words}"
        for count, words in ((read.blank, "để trống"), (read.same, "như lúc tải tệp"))
        if count
    ]
    found = ", ".join(parts)
    if read.rows or blocking(read.problems):
        return [place.problem("progress-unchanged", None, found)] if parts else []
    nothing = place.problem("no-rows", "ít nhất một nhiệm vụ có báo cáo mới", found or "không có")
    fix = "Điền trạng thái, % hoàn thành, minh chứng hoặc ghi chú của ít nhất một nhiệm vụ."
    return [replace(nothing, fix=fix)]


def stretches(
    sheet: Sheet, marks: Sequence[tuple[int, Mapping[str, int], str]]
) -> Iterator[Stretch]:
    """The rows under each header of a sheet: (row, columns, unit), from top to bottom.

    Rows that a sort put above the first header are its own.
    """
    ends = [row for row, _, _ in marks[1:]] + [len(sheet.rows)]
    for number, ((row, columns, unit), until) in enumerate(zip(marks, ends, strict=True)):
        yield Stretch(sheet, row, 0 if number == 0 else row, until, columns, unit)
