"""The rows of a table of results: which indicators they are of, and what is told of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pandas as pd

from scoring.ingest.actual_tables.cells import Told, read_told, typed
from scoring.ingest.actual_tables.columns import SHOWN, TOLD
from scoring.ingest.actual_tables.keys import (
    SIGNS,
    FirstKey,
    NotOurs,
    OtherKey,
    read_first,
    read_other,
    shown_digest,
    told_digest,
)
from scoring.ingest.actual_tables.stretch import Stretch
from scoring.ingest.problems import Place, Problem, blocking
from scoring.text.numbers import number_in

COLUMNS = (
    *("organisation", "indicator", "year", "code", "title", "measure"),
    *("value", "source", "row"),
)
_LONGEST = 80  # characters of an indicator as a problem names it


@dataclass
class Read:
    """What was read of a stretch."""

    rows: list[dict[str, object]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    years: set[int] = field(default_factory=set)  # of all rows with a whole key
    blank: int = 0  # rows in which nothing is told
    same: int = 0  # rows in which the same is told as when the file was made
    twice: int = 0  # rows that tell the same as another of their indicator and year
    last: int = 0  # the last row with a key

    @property
    def frame(self) -> pd.DataFrame:
        """One row per indicator and year of which something new is told."""
        frame = pd.DataFrame(self.rows, columns=list(COLUMNS))
        return frame.astype({"value": "float64", "row": "int64", "year": "int64"})


def read_rows(of: Stretch) -> Read:
    """All rows with a key, and those with something told that have none."""
    read = Read()
    rows = [at for at in range(of.first, of.until) if at != of.header]
    sure = [at for at in rows if any(text.startswith(SIGNS[1]) for text in of.keys(at))]
    read.last = max(sure, default=of.header)
    # Within the table a text in the place of a key is a key that somebody changed; the title above
    # and the signatures below may stand in the same column.
    inside = (at for at in rows if of.header < at < read.last and any(of.keys(at)))
    keyed = {*sure, *inside}
    seen: dict[str, tuple[int, Told]] = {}
    for at in rows:
        if at in keyed:
            _read_row(of, at, seen, read)
        elif at > of.header:
            read.problems += _without_key(of, at, read.last)
    return read


def _read_row(of: Stretch, at: int, seen: dict[str, tuple[int, Told]], read: Read) -> None:
    keys, wrong = _keys(of, at)
    if keys is None:
        read.problems += wrong
        return
    first, second = keys
    about = first.about
    read.years.add(about.year)
    told, more = read_told(of.told(at, about), about, {name: of.place(at, name) for name in TOLD})
    before = seen.setdefault(about.id, (at, told))
    read.problems += [*wrong, *more]
    if blocking([*wrong, *more]):
        return
    if before[0] != at:
        if told == before[1]:
            read.twice += 1
        else:
            read.problems.append(_twice(of, at, *before))
    elif told.nothing:
        read.blank += 1
    elif second is not None and told_digest(second.id, told.texts) == second.digest:
        read.same += 1
    else:
        read.rows.append(_row(of, at, first, told))


def _twice(of: Stretch, at: int, first: int, told: Told) -> Problem:
    said = "ô trống" if told.value is None else typed(told.value)
    source = f", nguồn “{told.source[:_LONGEST]}”" if told.source else ""
    expected = f"như dòng {first + 1} của cùng chỉ tiêu: {said}{source}"
    found = of.text(at, "value") or "ô trống"
    more = f", nguồn “{of.text(at, 'source')[:_LONGEST]}”" if of.text(at, "source") else ""
    return of.place(at, "value").problem("actual-twice", expected, f"{found}{more}")


def _row(of: Stretch, at: int, key: FirstKey, told: Told) -> dict[str, object]:
    return {
        "organisation": key.about.organisation,
        "indicator": key.about.indicator,
        "year": key.about.year,
        "code": of.text(at, "code"),
        "title": of.text(at, "title"),
        "measure": key.about.measure,
        "value": told.value,
        "source": told.source,
        "row": at + 1,
    }


def _keys(of: Stretch, at: int) -> tuple[tuple[FirstKey, OtherKey | None] | None, list[Problem]]:
    """The keys of a row; what is wrong where they do not belong to each other and to its texts."""
    place = of.place(at, "title")
    texts = of.keys(at)
    try:
        first, others = read_first(texts[0]), [read_other(text) for text in texts[1:]]
    except NotOurs as error:
        found = f"“{str(error)[:_LONGEST]}”"
        return None, [place.problem("actual-key-damaged", "khoá ẩn còn nguyên", found)]
    told = any(of.cell(at, name) != "" for name in TOLD)
    if first is None or (told and None in others):
        expected = "các khoá ẩn của dòng còn đủ"
        return None, [place.problem("actual-key-damaged", expected, "có khoá bị xoá")]
    known = [key for key in others if key is not None]
    if any(key.id != first.about.id for key in known):
        expected = "kết quả đứng cùng dòng với chỉ tiêu của nó"
        return None, [place.problem("actual-rows-mixed", expected, "của một dòng khác")]
    wrong = []
    if first.about.organisation != of.organisation:
        expected = "các dòng của cơ quan mà tệp được tải cho"
        found = f"dòng của cơ quan khác ({first.about.organisation})"
        wrong.append(place.problem("actual-rows-mixed", expected, found))
    elif shown_digest(first.about, [of.text(at, name) for name in SHOWN]) != first.digest:
        expected = "chỉ tiêu, năm, đơn vị tính như lúc tải tệp"
        shown = of.text(at, "title")[:_LONGEST] or "ô trống"
        wrong.append(place.problem("actual-rows-mixed", expected, f"“{shown}”"))
    return (first, known[0] if known else None), wrong


def _without_key(of: Stretch, at: int, last: int) -> Iterator[Problem]:
    """A row that somebody put in: what it tells belongs to no indicator."""
    told = [name for name in TOLD if of.cell(at, name) != ""]
    if not told:
        return
    found = f"“{of.text(at, told[0])[:_LONGEST]}” ở dòng không có khoá"
    place = of.place(at, told[0])
    # A row below the table is meant as one of it only with a name or a number of its own.
    meant = bool(of.text(at, "title")) or number_in(of.cell(at, "value")) is not None
    if at > last and not meant:
        yield place.problem("actual-below", "hết bảng ở đây", f"{found}, không đọc")
        return
    yield place.problem("actual-key-missing", "dòng của một chỉ tiêu trong tệp", found)


def unchanged(read: Read, place: Place) -> list[Problem]:
    """What is said of the rows in which nothing new is told; all of them: nothing to load."""
    parts = [
        f"{count} dòng {words}"
        for count, words in (
            (read.blank, "để trống"),
            (read.same, "như lúc tải tệp"),
            (read.twice, "lặp lại y hệt dòng khác"),
        )
        if count
    ]
    found = ", ".join(parts)
    if read.rows or blocking(read.problems):
        return [place.problem("actual-unchanged", None, found)] if parts else []
    nothing = place.problem("no-rows", "ít nhất một chỉ tiêu có kết quả mới", found or "không có")
    return [replace(nothing, fix="Điền kết quả đạt được của ít nhất một chỉ tiêu.")]
