"""Which sheets of a file are progress that a unit tells, and what is told of each task?"""

from collections.abc import Mapping, Sequence

from scoring.ingest.handed_out.keys import Key
from scoring.ingest.handed_out.rows import Read, keys_of, other_texts, read_rows
from scoring.ingest.handed_out.stretch import Stretch
from scoring.ingest.handed_out.tables import Found, tables_of
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Problem, blocking
from scoring.ingest.progress_tables.cells import Told, beside, read_told
from scoring.ingest.progress_tables.form import FORM, TOLD
from scoring.ingest.progress_tables.words import state_of
from scoring.ingest.reference import Reference
from scoring.text.numbers import number_in


def progress_tables(name: str, sheets: Sequence[Sheet], reference: Reference) -> Found:
    """Take the sheets that were handed out to units from a file, however they were changed.

    Such a sheet that lost its mark is refused, never read as a table of another kind.
    """
    return tables_of(FORM, _read, name, sheets, reference)


def _read(of: Stretch) -> Read:
    """The rows of a stretch; no task may be told in two of them."""
    seen: dict[str, int] = {}
    return read_rows(
        of, lambda at, read: _read_row(of, at, seen, read), lambda at: _is_a_report(of, at)
    )


def _read_row(of: Stretch, at: int, seen: dict[str, int], read: Read) -> None:
    keys = keys_of(of, at)
    told, more = read_told(of.told(at), of.places(at))
    if isinstance(keys, Problem):
        read.problems += [keys, *more]
        return
    wrong = [*_twice(of, at, keys.first, seen), *other_texts(of, at, keys.first)]
    if wrong or blocking(more):
        read.problems += [*wrong, *more]
        return
    seen.setdefault(keys.first.id, at)
    if told.nothing:
        read.blank += 1
        return
    if keys.same(told.texts):
        read.same += 1
        return
    odd = [*more, *beside(told, of.places(at))]
    read.problems += odd
    if not blocking(odd):
        read.rows.append(_row(of, at, keys.first.id, told))


def _twice(of: Stretch, at: int, key: Key, seen: Mapping[str, int]) -> list[Problem]:
    if key.id not in seen:
        return []
    found = f"cùng nhiệm vụ với dòng {seen[key.id] + 1}"
    place = of.place(at, "title")
    return [place.problem("progress-key-twice", "mỗi nhiệm vụ một dòng", found)]


def _row(of: Stretch, at: int, task: str, told: Told) -> dict[str, object]:
    return {
        "task": task,
        "code": of.text(at, "code"),
        "title": of.text(at, "title"),
        **{name: getattr(told, name) for name in TOLD},
        "unit": of.mark.unit,
        "row": at + 1,
    }


def _is_a_report(of: Stretch, at: int) -> bool:
    """Whether a nameless row below the table is no signature or remark."""
    state = state_of(of.text(at, "state"))
    return state is not None or number_in(of.cell(at, "percent")) is not None
