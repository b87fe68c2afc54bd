"""Which factor or question each row of a satisfaction table stands for, and by which code.

A factor has the registry's code in every table. A question has its factor's code and its own
number: 3.2. Anything else goes by its title, so that no number of its own is taken for a factor's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.ingest.reference import Factor, Reference
from scoring.text.codes import code_text, numbered, roman
from scoring.text.words import slug

_WHERE_AND_WHEN = re.compile(
    r"\s*(?:\(.*?\)|năm \d{4}|(?:của |toàn )?(?:tỉnh|thành phố)(?: .*)?$)", re.I
)
_NUMBERED_TITLE = re.compile(
    r"([IVX]+|\d{1,2}(?:\.\d{1,2}){0,3})(?:[.):]\s*|\s+[-–]\s+)(\D.*)", re.S
)
_TOP = 1
_BULLET = "-"
_LONGEST_CODE = 60


@dataclass(frozen=True)
class FactorRow:
    """One row's title, and what it stands for; a question stands for no factor of its own."""

    at: int
    title: str
    printed: str  # its code as printed, '' where there is none
    factor: Factor | None = None
    level: int = _TOP
    parent: int | None = None  # the position, among the rows, of the one it stands under
    code: str = ""

    @property
    def is_question(self) -> bool:
        """Whether it stands under another row rather than for a factor."""
        return self.parent is not None and self.factor is None


def factor_of(title: str, reference: Reference, index: str = "SIPAS") -> Factor | None:
    """The factor a title means, with or without the year and the place it was asked in."""
    bare = _WHERE_AND_WHEN.sub("", title).strip(" ,:;-–")
    names = dict.fromkeys((title, bare)) if title else ()
    return next((one for name in names if (one := reference.factor(index, name))), None)


def factor_rows(
    codes: Sequence[str], titles: Sequence[str], reference: Reference, index: str = "SIPAS"
) -> list[FactorRow]:
    """The rows with a title, in order, each with what it stands for and its code."""
    rows = [
        _row(at, code, title, reference, index)
        for at, (code, title) in enumerate(zip(codes, titles, strict=True))
        if title
    ]
    return _coded(_once_a_factor(_under(_levelled(rows))))


def _row(at: int, code: str, title: str, reference: Reference, index: str) -> FactorRow:
    printed = code_text(code) or (_BULLET if code.strip() else "")
    factor = factor_of(title, reference, index)
    match = None if printed or factor else _NUMBERED_TITLE.fullmatch(title)
    if match:
        printed, title = code_text(match[1]), match[2].strip()
        factor = factor_of(title, reference, index)
    return FactorRow(at, title, printed, factor)


def _levelled(rows: Sequence[FactorRow]) -> list[FactorRow]:
    """I above 1 above 1.1 above a; what has no number stands under the last that has one.

    But not what comes after all numbers: nothing tells that it belongs to the last.
    """
    romans = any(roman(row.printed) is not None for row in rows)
    counted = [at for at, row in enumerate(rows) if _is_number(row)]
    between = any(not row.printed and not row.factor for row in rows[: max(counted, default=0)])
    levelled: list[FactorRow] = []
    above = 0  # the level of the last number
    for row in rows:
        level = _level(row, above if row.printed or between else 0, romans=romans)
        if _is_number(row):
            above = level
        levelled.append(row if row.level == level else replace(row, level=level))
    return levelled


def _is_number(row: FactorRow) -> bool:
    return numbered(row.printed) or roman(row.printed) is not None


def _level(row: FactorRow, above: int, *, romans: bool) -> int:
    if romans and roman(row.printed) is not None:
        return _TOP
    if numbered(row.printed):
        return row.printed.count(".") + (_TOP + 1 if romans else _TOP)
    return _TOP if row.factor else above + 1


def _under(rows: Sequence[FactorRow]) -> list[FactorRow]:
    """Each row under the nearest one above it of a higher level; nothing is under the overall."""
    found: list[FactorRow] = []
    open_rows: list[int] = []  # each of a lower level than the one before it
    for at, row in enumerate(rows):
        while open_rows and rows[open_rows[-1]].level >= row.level:
            open_rows.pop()
        parent = open_rows[-1] if open_rows else None
        overall = parent is None or _is_overall(rows[parent]) or _is_overall(row)
        found.append(row if overall else replace(row, parent=parent))
        open_rows.append(at)
    return found


def _is_overall(row: FactorRow) -> bool:
    return row.factor is not None and row.factor.overall


def _once_a_factor(rows: Sequence[FactorRow]) -> list[FactorRow]:
    """A factor is the highest row of its name; a lower one is a question of another factor."""
    highest: dict[str, int] = {}
    for row in rows:
        if row.factor:
            level = highest.get(row.factor.code, row.level)
            highest[row.factor.code] = min(level, row.level)
    return [
        replace(row, factor=None) if row.factor and row.level > highest[row.factor.code] else row
        for row in rows
    ]


def _coded(rows: Sequence[FactorRow]) -> list[FactorRow]:
    """Each row with its code; one code never stands for two titles."""
    coded: list[FactorRow] = []
    titles: dict[str, dict[str, str]] = {}  # code → title → the code that this title has
    children: Counter[int | None] = Counter()
    for row in rows:
        children[row.parent] += 1
        code = row.factor.code if row.factor else _code(row, coded, children[row.parent])
        if row.factor is None:
            alike = titles.setdefault(code, {})
            again = f"{code}-{len(alike) + 1}" if alike else code
            code = alike.setdefault(row.title, again)
        coded.append(replace(row, code=code))
    return coded


def _code(row: FactorRow, above: Sequence[FactorRow], ordinal: int) -> str:
    if row.parent is None:
        return slug(row.title)[:_LONGEST_CODE].strip("-") or f"dong-{ordinal}"
    own = "" if row.printed == _BULLET else row.printed.rpartition(".")[2]
    return f"{above[row.parent].code}.{own or ordinal}"
