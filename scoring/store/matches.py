"""What people decided about which criteria of one year are which of another; nothing is erased."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import duckdb
import pandas as pd

from scoring.store.events import next_moment, note
from scoring.store.tables import insert

JOINED = ", "  # between the codes of one side


@dataclass(frozen=True)
class Pair:
    """Two years of one index and level; `organisation` is '' for all with the same criteria."""

    organisation: str
    index_name: str
    level: str
    year_before: int
    year_after: int


@dataclass(frozen=True)
class MatchDecision:
    """Criteria of the earlier year and what they became; an empty side: there is none.

    `unprinted` tells of an empty side that it was there and only not printed; `taken_back` that
    nothing is decided about these criteria any more.
    """

    old: Sequence[str] = field(default=())
    new: Sequence[str] = field(default=())
    unprinted: bool = False
    taken_back: bool = False


def decide(
    cursor: duckdb.DuckDBPyConnection,
    pair: Pair,
    decisions: Sequence[MatchDecision],
    *,
    now: datetime,
    who: str,
) -> None:
    """Append decisions, the first one first; each is an event of its own."""
    for one in decisions:
        moment = next_moment(cursor, now)
        row = {**vars(pair), "old": JOINED.join(one.old), "new": JOINED.join(one.new)}
        row |= {"unprinted": one.unprinted, "taken_back": one.taken_back}
        insert(cursor, "criterion_match", pd.DataFrame([row]), decided_at=moment, who=who or None)
        note(cursor, moment, "match", None, [_said(pair, one)], who)


def check(pair: Pair, decisions: Sequence[MatchDecision]) -> None:
    """Refuse what means nothing.

    Raises: ValueError for years in the wrong order, a decision about no criterion, a code twice,
        one that could not be told apart from two, and two criteria said to be one not printed.
    """
    if pair.year_before >= pair.year_after:
        raise ValueError(f"{pair.year_before} is not before {pair.year_after}")
    for one in decisions:
        codes = [*one.old, *one.new]
        if not codes or any(not code.strip() or "," in code for code in codes):
            raise ValueError(f"no codes of criteria: {codes}")
        if any(len(set(side)) < len(side) for side in (one.old, one.new)):
            raise ValueError(f"a code twice: {codes}")
        if one.unprinted and one.old and one.new:
            raise ValueError(f"printed in both years: {codes}")


def _said(pair: Pair, one: MatchDecision) -> str:
    sides = [JOINED.join(codes) or "∅" for codes in (one.old, one.new)]
    marks = [
        word for word, is_so in (("unprinted", one.unprinted), ("back", one.taken_back)) if is_so
    ]
    where = pair.organisation or "*"
    years = f"{pair.year_before}→{pair.year_after}"
    return " ".join([where, pair.index_name, pair.level, years, " = ".join(sides), *marks])
