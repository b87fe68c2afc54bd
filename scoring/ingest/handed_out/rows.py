"""The rows of a file: those with keys, those that somebody put in, and what is new in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd

from scoring.ingest.handed_out.form import Form
from scoring.ingest.handed_out.keys import Key, NotOurs, read_key, shown_digest, told_digest
from scoring.ingest.handed_out.stretch import Stretch
from scoring.ingest.problems import Problem, blocking

LONGEST = 80  # characters of a cell as a problem names it


@dataclass
class Read:
    """What was read of a stretch."""

    rows: list[dict[str, object]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    years: set[int] = field(default_factory=set)  # that rows are of, where they are of years
    blank: int = 0  # rows in which nothing is told
    same: int = 0  # rows in which the same is told as when the file was made
    twice: int = 0  # rows that tell the same as another about the same
    last: int = 0  # the last row with a key

    def frame(self, form: Form) -> pd.DataFrame:
        """One row for each in which something new is told; the columns of the form."""
        frame = pd.DataFrame(self.rows, columns=list(form.columns))
        return frame.astype(dict(form.numbers))


class Keys(NamedTuple):
    """The keys of a row that are of one id; `other` is None where only blank cells are told."""

    first: Key
    other: Key | None

    def same(self, told: Sequence[str]) -> bool:
        """Whether the same is told as when the file was made."""
        return self.other is not None and told_digest(self.other.id, told) == self.other.digest


def read_rows(
    of: Stretch, read_row: Callable[[int, Read], None], meant: Callable[[int], bool]
) -> Read:
    """All rows with a key, read by `read_row`, and those with something told that have none.

    A row below the table is meant as one of it with a name, or where `meant` says so.
    """
    read = Read()
    rows = [at for at in range(of.first, of.until) if at != of.header]
    _, begin = of.form.signs
    sure = [at for at in rows if any(text.startswith(begin) for text in of.keys(at))]
    read.last = max(sure, default=of.header)
    # Within the table a text in the place of a key is a key that somebody changed; the title above
    # and the signatures below may stand in the same column.
    inside = (at for at in rows if of.header < at < read.last and any(of.keys(at)))
    keyed = {*sure, *inside}
    for at in rows:
        if at in keyed:
            read_row(at, read)
        elif at > of.header:
            below = at > read.last and not (of.text(at, "title") or meant(at))
            read.problems += _without_key(of, at, below=below)
    return read


def keys_of(of: Stretch, at: int) -> Keys | Problem:
    """The keys of a row, or what is wrong where they do not belong to each other."""
    place, codes, words = of.place(at, "title"), of.form.codes, of.form.words
    try:
        first, *others = [
            read_key(of.form, text, first=not number) for number, text in enumerate(of.keys(at))
        ]
    except NotOurs as error:
        found = f"“{str(error)[: of.form.longest]}”"
        return place.problem(codes.key_damaged, "khoá ẩn còn nguyên", found)
    told = any(cell != "" for cell in of.told(at).values())
    if first is None or (told and None in others):
        return place.problem(codes.key_damaged, "các khoá ẩn của dòng còn đủ", "có khoá bị xoá")
    known = [key for key in others if key is not None]
    if any(key.id != first.id for key in known):
        return place.problem(codes.rows_mixed, words.together, words.another)
    return Keys(first, known[0] if known else None)


def other_texts(of: Stretch, at: int, first: Key) -> list[Problem]:
    """What is wrong where other texts stand beside the first key than when the file was made."""
    if shown_digest(first.id, [of.text(at, name) for name in of.form.shown]) == first.digest:
        return []
    found = f"“{of.text(at, 'title')[:LONGEST] or 'ô trống'}”"
    return [of.place(at, "title").problem(of.form.codes.rows_mixed, of.form.words.shown, found)]


def _without_key(of: Stretch, at: int, *, below: bool) -> Iterator[Problem]:
    """A row that somebody put in: what it tells belongs to nothing that was asked."""
    told = [name for name, cell in of.told(at).items() if cell != ""]
    if not told:
        return
    place = of.place(at, told[0])
    found = f"“{of.text(at, told[0])[:LONGEST]}” ở dòng không có khoá"
    if below:
        yield place.problem(of.form.codes.below, "hết bảng ở đây", f"{found}, không đọc")
    else:
        yield place.problem(of.form.codes.key_missing, of.form.words.row, found)


def unchanged(of: Stretch, read: Read) -> list[Problem]:
    """What is said of the rows in which nothing new is told; all of them: nothing to load."""
    counts = {
        "để trống": read.blank,
        "như lúc tải tệp": read.same,
        "lặp lại y hệt dòng khác": read.twice,
    }
    found = ", ".join(f"{count} dòng {words}" for words, count in counts.items() if count)
    if read.rows or blocking(read.problems):
        return [of.top.problem(of.form.codes.unchanged, None, found)] if found else []
    nothing = of.top.problem("no-rows", of.form.words.news, found or "không có")
    return [replace(nothing, fix=of.form.words.fill)]
