"""Which set does the table of a decision give, as its title says: level, years, decision?"""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from scoring.ingest.reference import CriteriaSet, Criterion
from scoring.ingest.table import Table
from scoring.text.words import fold, nfc, slug

LEVELS = ("tỉnh", "bộ", "sở", "huyện", "xã")
_LEVEL_WORDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "bộ": re.compile(r"\bcấp bộ\b|\bcác bộ\b|bộ, cơ quan ngang bộ"),
        "huyện": re.compile(r"\bcấp huyện\b|ubnd (?:các )?huyện|các huyện, (?:thị xã|thành phố)"),
        "xã": re.compile(r"\bcấp xã\b|ubnd (?:các )?xã|các xã, phường"),
        "sở": re.compile(r"\bcấp sở\b|các sở\b|sở, ban, ngành|cơ quan chuyên môn"),
        "tỉnh": re.compile(r"\bcấp tỉnh\b|\bcác tỉnh\b|tỉnh, thành phố"),
    }
)
_DECISION = re.compile(
    r"(?:Quyết định|QĐ)\s+(?:số\s*:?\s*)?\d+\s*/\s*(?:\d{4}/)?[\wĐ-]+"
    r"(?:\s+ngày\s+[\d/.]+(?:\s+tháng\s+\d+\s+năm\s+\d{4})?)?",
    re.I,
)
_YEARS = re.compile(r"(20\d\d)\s*[-–]\s*(20\d\d)")
_FROM = re.compile(r"(từ )?năm (20\d\d)( trở đi)?")
_DATED = re.compile(r"\d{1,2}/\d{1,2}/20\d\d|ngày \d+ tháng \d+ năm 20\d\d|\d+/20\d\d/")


@dataclass(frozen=True)
class Proposal:
    """What is known of a set besides its criteria; None where nothing says it."""

    id: str | None = None
    index_name: str | None = None
    level: str | None = None
    from_year: int | None = None
    to_year: int | None = None
    total: float | None = None
    decision: str | None = None
    title: str | None = None
    source: str | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields without which there is no set."""
        needed = ("id", "index_name", "level", "from_year", "title", "source")
        return tuple(field for field in needed if not getattr(self, field))


def proposal(table: Table) -> Proposal:
    """What the title block of a criteria table says of its set, for people to confirm."""
    lines = [nfc(line) for line in (table.title or "").split("\n") if nfc(line)]
    said = fold(" ".join([*lines, table.sheet or "", table.file]))
    levels = [level for level, words in _LEVEL_WORDS.items() if words.search(said)]
    level = levels[0] if len(levels) == 1 else None
    first, last = _period(_DATED.sub(" ", said))
    decision = _DECISION.search(" ".join(lines))
    return Proposal(
        id=set_id(table.index, level, first),
        index_name=table.index,
        level=level,
        from_year=first,
        to_year=last,
        total=total_of(table.frame),
        decision=decision.group() if decision else None,
        title=next((line for line in lines if "tiêu chí" in fold(line)), None),
        source=table.source or (decision.group() if decision else None) or table.file,
    )


def set_id(index_name: str | None, level: str | None, from_year: int | None) -> str | None:
    """'par-tinh-2026'; None where one of the three is not known."""
    return slug(f"{index_name} {level} {from_year}") if index_name and level and from_year else None


def total_of(frame: pd.DataFrame) -> float | None:
    """The points of the domains together; None where one of them says nothing."""
    top = frame.loc[frame["parent"] == "", "max_points"] if len(frame) else pd.Series(dtype=float)
    return None if not len(top) or top.isna().any() else round(float(top.sum()), 6)


def criteria_set_of(table: Table, said: Proposal) -> CriteriaSet:
    """The set that a table and what was said of it make up.

    Raises: ValueError when something needed was not said.
    """
    if said.missing:
        raise ValueError(f"criteria set without {said.missing}")
    return CriteriaSet(
        id=said.id or "",
        index_name=said.index_name or "",
        level=said.level or "",
        from_year=said.from_year or 0,
        to_year=said.to_year,
        total=said.total,
        decision=said.decision or None,
        title=said.title or "",
        source=said.source or "",
        criteria=MappingProxyType({one.code: one for one in map(_criterion, _rows(table.frame))}),
    )


def _rows(frame: pd.DataFrame) -> list[dict[Hashable, object]]:
    return frame[["code", "title", "max_points", "kind"]].astype(object).to_dict("records")


def _criterion(row: Mapping[Hashable, object]) -> Criterion:
    points, kind = row["max_points"], row["kind"]
    return Criterion(
        code=str(row["code"]),
        title=str(row["title"]),
        max_points=float(points) if isinstance(points, float) and points == points else None,
        kind=kind if isinstance(kind, str) else None,
    )


def _period(said: str) -> tuple[int | None, int | None]:
    """The years that a title names: '2021-2025', 'năm 2026', 'từ năm 2026 (trở đi)'."""
    years = _YEARS.search(said)
    if years:
        return int(years[1]), int(years[2])
    named = {match.groups() for match in _FROM.finditer(said)}
    if len({year for _, year, _ in named}) != 1:
        return None, None
    year = int(next(iter(named))[1])
    onwards = any(since or after for since, _, after in named)
    return year, None if onwards else year
