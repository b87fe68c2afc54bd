"""What would loading a table change, and what changed from one batch to another?"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from scoring.analysis import questions
from scoring.analysis.differences import REMOVED, differences
from scoring.ingest.progress_tables.words import WORDS
from scoring.ingest.score_tables.scores import TASK_TEXTS
from scoring.ingest.table import HANDED_OUT, Table
from scoring.ingest.task_tables.tasks import TEXTS
from scoring.intake.actuals import known_before
from scoring.store import Store

COLUMNS = ("code", "title", "field", "old", "new", "change", "row")
_ALL = 2**31 - 1  # rows; more than any sheet has

Rows = Callable[[str], pd.DataFrame]  # the question → its rows


@dataclass(frozen=True)
class _Part:
    """Some rows of a table: the question that gives them, what tells them apart, what may differ.

    `prefix` is put in front of the fields of all parts but the first, so that they stay apart.
    """

    question: str
    keys: tuple[str, ...]
    fields: tuple[str, ...]
    prefix: str = ""

    @property
    def columns(self) -> list[str]:
        """What the comparison needs of a frame."""
        return list(dict.fromkeys((*self.keys, *self.fields, "code", "title", "row")))


_POINTS = ("max_points", "self_points", "points", "lost_points")
_TARGET = ("kind", "amount", "percent", "base_year", "base_value", "due_year", "sentence")
_PARTS: dict[str, tuple[_Part, ...]] = {
    "scores": (
        _Part("batch_scores", ("code",), ("title", *_POINTS, *TASK_TEXTS)),
        _Part("batch_scale", ("code", "title"), ("points",), "scale_"),
    ),
    "satisfaction": (
        _Part("batch_satisfaction", ("code",), ("title", "percent")),
        _Part("batch_targets", ("code",), _TARGET, "target_"),
    ),
    "league": (
        _Part("batch_league", ("organisation", "source"), ("title", "rank", "field_size", "value")),
    ),
    "tasks": (_Part("batch_tasks", ("code", "title"), (*TEXTS, "section", "purpose")),),
    "targets": (_Part("batch_targets", ("code", "title", "due_year"), (*_TARGET, "measure")),),
    "progress": (_Part("batch_progress", ("task",), ("state", "percent", "evidence", "remark")),),
    "actuals": (_Part("batch_actuals", ("indicator", "year"), ("value", "source")),),
}


def changes(store: Store, table: Table) -> pd.DataFrame:
    """What loading the table would change in the current batch of its key; all of it without one.

    Shape: code (of a league the organisation's id), title, field, old, new (numbers, texts, None
        where missing), change (added, changed, removed), row (of the table; of what is removed,
        that of the batch). Of progress and results, against what was last told, in words.
    """
    if table.kind == "progress":
        return _between("progress", last_told(store, table), _of_table(table))
    if table.kind == "actuals":
        known = known_before(store, table)
        return _between("actuals", lambda _: known, _of_table(table))
    batch = current_batch(store, table)
    return _between(table.kind or "", _stored(store, batch), _of_table(table))


def batch_changes(store: Store, before: str, after: str) -> pd.DataFrame:
    """What changed from one batch to another, as `changes` gives it.

    Raises: KeyError for a batch that is not there; ValueError for two of different kinds.
    """
    kinds = [_kind(store, batch) for batch in (before, after)]
    if kinds[0] != kinds[1]:
        raise ValueError(f"{before} is of {kinds[0]}, {after} of {kinds[1]}")
    return _between(kinds[0], _stored(store, before), _stored(store, after))


def current_batch(store: Store, table: Table) -> str | None:
    """The batch whose place the table would take; None where there is none.

    A file that was handed out takes nobody's place: what it tells is added to what was told.
    """
    if table.organisation is None or table.year is None or table.kind in HANDED_OUT:
        return None
    found = questions.rows(
        store.query,
        "current_of",
        kind=table.kind,
        index_name=table.index,
        organisation=table.organisation.id,
        level=table.level or table.organisation.level,
        year=table.year,
        plan=table.plan,
    )
    return found[0]["batch"] if found else None


def cells_between(before: Table, after: Table) -> int:
    """How many cells differ between two tables of one kind."""
    return len(_between(after.kind or "", _of_table(before), _of_table(after)))


def _between(kind: str, before: Rows, after: Rows) -> pd.DataFrame:
    if kind == "actuals":
        before, after = _with_year(before), _with_year(after)
    parts = [_part(part, before(part.question), after(part.question)) for part in _PARTS[kind]]
    found = pd.concat(parts, ignore_index=True)
    return _in_words(found) if kind == "progress" else found


def _with_year(rows: Rows) -> Rows:
    """Results of indicators whose names say the year."""

    def named(question: str) -> pd.DataFrame:
        frame = rows(question)
        return frame.assign(title=frame["title"] + ", năm " + frame["year"].astype(str))

    return named


def _in_words(found: pd.DataFrame) -> pd.DataFrame:
    """The states of tasks as units know them."""
    for name in ("old", "new"):
        pairs = zip(found["field"], found[name], strict=True)
        words = [WORDS.get(value) if field == "state" else value for field, value in pairs]
        found[name] = pd.Series(words, index=found.index, dtype=object)
    return found


def _part(part: _Part, before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    old, new = (frame.reindex(columns=part.columns) for frame in (before, after))
    found = differences(old, new, keys=part.keys, fields=part.fields)
    gone = (found["change"] == REMOVED).to_numpy()
    both = pd.concat([old, new], ignore_index=True)
    at = found["at_before"].where(gone, found["at_after"] + len(old)).astype("int64")
    place = both.iloc[at].reset_index(drop=True)
    code = place["organisation"] if "organisation" in part.keys else place["code"]
    named = {"code": code, "title": place["title"], "row": place["row"].astype("Int64")}
    return found.assign(**named, field=part.prefix + found["field"])[list(COLUMNS)]


def last_told(store: Store, table: Table) -> Rows:
    """What was last told of the tasks of a table of progress, where anything was."""
    assert table.organisation is not None
    found = questions.ask(store.query, "tasks", organisation=table.organisation.id)
    known = found["reported_at"].notna() & found["task"].isin(table.frame["task"])
    told = found[known]
    return lambda _: told


def _stored(store: Store, batch: str | None) -> Rows:
    def rows(question: str) -> pd.DataFrame:
        asked = {"batch": batch or "", "first": 0, "most": _ALL}
        return questions.ask(store.query, question, **asked)

    return rows


def _of_table(table: Table) -> Rows:
    targets = table.frame if table.kind == "targets" else table.targets
    frames = {"batch_scale": table.scale, "batch_targets": targets}
    return lambda question: frames.get(question, table.frame)


def _kind(store: Store, batch: str) -> str:
    found = questions.rows(store.query, "batches", batches=batch)
    if not found:
        raise KeyError(batch)
    return str(found[0]["kind"])
