"""The answers of a review as they were when a meeting began, kept and given back.

What is kept are the answers to the questions, not what was made of them: screens and documents are
made of the same frames again, whatever was loaded or undone since.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from scoring.analysis.questions import Query, names, promise
from scoring.analysis.questions import sql as statement
from scoring.analysis.review.gathered import Review, review
from scoring.analysis.review.worded import commentary_of, worded
from scoring.analysis.trend_breaks import KnownBreak, KnownSet

_KNOWN = "known"  # the key of what reference files told
_MISSING = b"not_available"  # in the notes of a table: its columns that hold pandas' NA
_YEARS = range(1990, 2101)  # of which a criteria set is asked whether it covers them


class MissingAnswer(LookupError):
    """A question that was not asked when the meeting began: another version asks otherwise."""


class Recorder:
    """A query that keeps every answer it gives."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self.answers: dict[str, bytes] = {}

    def __call__(self, sql: str, params: Mapping[str, object]) -> pd.DataFrame:
        answer = self._query(sql, params)
        self.answers[_key(sql, params)] = _packed(answer)
        return answer


class Replay:
    """A query that gives the answers kept, and no others."""

    def __init__(self, answers: Mapping[str, bytes]) -> None:
        self._answers = answers

    def __call__(self, sql: str, params: Mapping[str, object]) -> pd.DataFrame:
        """Raises: MissingAnswer where the question was not asked of these answers."""
        packed = self._answers.get(_key(sql, params))
        if packed is None:
            raise MissingAnswer(sql.strip().splitlines()[0])
        return _unpacked(packed)


@dataclass(frozen=True)
class Break:
    """A break of a series as reference files told it then."""

    index_name: str
    level: str | None
    year: int
    reason: str
    source: str


@dataclass(frozen=True)
class CriteriaSet:
    """A criteria set as reference files told it then; of its criteria only the codes."""

    id: str
    index_name: str
    level: str
    decision: str | None
    title: str
    source: str
    criteria: Mapping[str, object]
    years: float
    covered: frozenset[int]

    def covers(self, year: int) -> bool:
        """Whether the year was scored by this set."""
        return year in self.covered


def freeze(
    query: Query,
    organisation: str,
    year: int,
    day: date,
    *,
    breaks: Iterable[KnownBreak] = (),
    sets: Iterable[KnownSet] = (),
) -> dict[str, bytes]:
    """Every answer that the review of a year needs, and how people worded its commentary.

    Shape: the parameters are those of `review`; give it a query over one state of the database.
    Raises: KeyError when nothing is loaded of that organisation and year.
    """
    kept = Recorder(query)
    known = tuple(breaks), tuple(sets)
    review(kept, organisation, year, day, breaks=known[0], sets=known[1])
    worded(kept, organisation, year)
    return {**kept.answers, _KNOWN: _told(*known)}


def thaw(
    answers: Mapping[str, bytes], organisation: str, year: int, day: date
) -> tuple[Review, tuple[str, ...]]:
    """The review of those answers, and what is said of it.

    Raises: MissingAnswer where they do not have what this version asks.
    """
    if _KNOWN not in answers:
        raise MissingAnswer(_KNOWN)
    breaks, sets = _known(answers[_KNOWN])
    asked = Replay(answers)
    found = review(asked, organisation, year, day, breaks=breaks, sets=sets)
    return found, commentary_of(found, worded(asked, organisation, year))


def _key(sql: str, params: Mapping[str, object]) -> str:
    """Of a question its name and what it promises: mended, it still means the same."""
    name = _names().get(sql)
    asked = [sql] if name is None else [name, promise(name)]
    plain = {
        name: value.item() if isinstance(value, np.generic) else value
        for name, value in sorted(params.items())
    }
    told = json.dumps([asked, plain], ensure_ascii=False, default=str)
    return sha256(told.encode()).hexdigest()


@cache
def _names() -> Mapping[str, str]:
    """The questions by their statements."""
    return {statement(name): name for name in names()}


def _packed(frame: pd.DataFrame) -> bytes:
    """As parquet, which keeps every type; only which kind of nothing a list is, is noted beside."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    missing = [
        name
        for name in frame.columns
        if frame[name].dtype == object and any(value is pd.NA for value in frame[name])
    ]
    noted = {**(table.schema.metadata or {}), _MISSING: json.dumps(missing).encode()}
    packed = BytesIO()
    pq.write_table(table.replace_schema_metadata(noted), packed, compression="zstd")
    return packed.getvalue()


def _unpacked(packed: bytes) -> pd.DataFrame:
    table = pq.read_table(BytesIO(packed))
    frame = table.to_pandas()
    for name in json.loads(table.schema.metadata[_MISSING]):
        values = [pd.NA if value is None else value for value in frame[name]]
        frame[name] = pd.Series(values, dtype=object)
    return frame


def _told(breaks: Iterable[KnownBreak], sets: Iterable[KnownSet]) -> bytes:
    of_breaks = [{name: getattr(one, name) for name in Break.__annotations__} for one in breaks]
    of_sets = [
        {name: getattr(one, name) for name in CriteriaSet.__annotations__ if name != "covered"}
        | {"criteria": sorted(one.criteria), "covered": [y for y in _YEARS if one.covers(y)]}
        for one in sets
    ]
    told = {"breaks": of_breaks, "sets": of_sets}
    return json.dumps(told, ensure_ascii=False).encode()


def _known(told: bytes) -> tuple[list[Break], list[CriteriaSet]]:
    known = json.loads(told)
    sets = [
        CriteriaSet(
            **one
            | {"criteria": dict.fromkeys(one["criteria"]), "covered": frozenset(one["covered"])}
        )
        for one in known["sets"]
    ]
    return [Break(**one) for one in known["breaks"]], sets
