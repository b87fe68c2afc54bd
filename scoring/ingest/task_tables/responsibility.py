"""Is it clear who answers for what by when: are units and deadlines read, and is there a lead?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.ingest.problems import Place, Problem
from scoring.ingest.table import Repair
from scoring.text.codes import parent_of
from scoring.text.deadlines import parse_deadline, serial_day
from scoring.text.unit_names import nearest_name
from scoring.text.units import Unit, UnitNames, is_recognised, is_repaired, parse_units
from scoring.text.words import fold

ROLES = ("lead", "coordinating")
# Comparing with every known name takes its time; a table of unknown units is another thing.
_MOST_PROPOSED = 100
_MOST_LOOKED_AT = 2_000
_BLANKS = frozenset(("", "x", "-", "–", "—", "…", "...", "/"))
_LONGEST_BLANK = 8  # characters, blanks around included


@dataclass(frozen=True)
class _Said:
    """A text of a column: the row where it stands first, and how often it stands elsewhere."""

    field: str
    text: str
    row: int
    elsewhere: int


def responsibility(
    frame: pd.DataFrame,
    sheet: str,
    columns: Mapping[str, str],
    units: UnitNames,
    *,
    leaf: bool,
) -> tuple[tuple[Problem, ...], tuple[Repair, ...]]:
    """What is unclear about units and deadlines, and which unit names were read otherwise.

    `columns` are the letters of the columns that the table has; `leaf` is for score tables, where
    only rows with a solution ask for a lead and a lead goes for the rows below it.

    Shape: `frame` has row, code, lead, coordinating, deadline and, of score tables, solution.
    Returns: each unknown unit, each repaired name and each unread deadline once, at its first
        place; an empty lead column once.
    """
    named = _named(frame, columns)
    found = [
        _Found(one, unit)
        for one in named[:_MOST_LOOKED_AT]
        for unit in parse_units(one.text, units)
    ]
    repairs = {(one.said.field, one.unit.printed): one for one in reversed(found) if one.repaired}
    problems = (
        *_without_lead(frame, sheet, columns, leaf=leaf),
        *_unknown_units(found, sheet, columns, units),
        *_not_looked_at(named[_MOST_LOOKED_AT:], sheet, columns),
        *_unread_deadlines(frame, sheet, columns),
    )
    told = sorted(repairs.values(), key=lambda one: (one.said.row, one.said.field != "lead"))
    return problems, tuple(one.repair(sheet, columns) for one in told)


@dataclass(frozen=True)
class _Found:
    """A unit in the text that names it."""

    said: _Said
    unit: Unit

    @property
    def repaired(self) -> bool:
        return is_repaired(self.unit)

    def repair(self, sheet: str, columns: Mapping[str, str]) -> Repair:
        said, unit = self.said, self.unit
        return Repair(said.field, sheet, said.row, columns[said.field], unit.printed, unit.name)


def _texts(frame: pd.DataFrame, field: str) -> Iterator[_Said]:
    """The different texts of a column; one look at the whole column, however long it is."""
    numbers, texts = pd.factorize(frame[field])
    _, first, counts = np.unique(numbers, return_index=True, return_counts=True)
    rows = frame["row"].to_numpy()[first]
    for text, row, count in zip(texts, rows.tolist(), counts.tolist(), strict=True):
        if not _is_blank(text):
            yield _Said(field, text, row, count - 1)


def _is_blank(text: str) -> bool:
    return not text or (len(text) <= _LONGEST_BLANK and fold(text) in _BLANKS)


def _blank(texts: pd.Series) -> pd.Series:
    short = texts.str.len() <= _LONGEST_BLANK
    return short & texts.isin([text for text in texts[short].unique() if _is_blank(text)])


def _named(frame: pd.DataFrame, columns: Mapping[str, str]) -> list[_Said]:
    roles = [field for field in ROLES if field in columns and field in frame]
    return sorted(
        (said for field in roles for said in _texts(frame, field)), key=lambda said: said.row
    )


def _not_looked_at(
    rest: Sequence[_Said], sheet: str, columns: Mapping[str, str]
) -> Iterator[Problem]:
    """That some cells were not looked at, in a column of prose or of nothing but new units."""
    if rest:
        place = Place(sheet, rest[0].row, columns[rest[0].field])
        expected = f"nhiều nhất {_MOST_LOOKED_AT} cách ghi đơn vị trong một bảng"
        found = f"thêm {len(rest)} cách ghi khác, chưa đối chiếu với danh mục"
        yield place.problem("unit-unknown", expected, found)


def _unknown_units(
    found: Sequence[_Found], sheet: str, columns: Mapping[str, str], units: UnitNames
) -> Iterator[Problem]:
    unknown: dict[str, list[_Found]] = {}
    for one in found:
        if not is_recognised(one.unit, units):
            unknown.setdefault(fold(one.unit.name), []).append(one)
    for at, places in enumerate(unknown.values()):
        said, unit = places[0].said, places[0].unit
        likely = nearest_name(unit.name, units) if at < _MOST_PROPOSED else None
        elsewhere = sum(one.said.elsewhere + 1 for one in places) - 1
        yield Place(sheet, said.row, columns[said.field]).problem(
            "unit-unknown",
            f"tên đã biết, có thể là “{likely}”" if likely else "tên đơn vị đã biết",
            f"“{unit.printed}”{_and_elsewhere(elsewhere)}",
        )


def _unread_deadlines(
    frame: pd.DataFrame, sheet: str, columns: Mapping[str, str]
) -> Iterator[Problem]:
    if "deadline" not in columns or "deadline" not in frame:
        return
    for said in _texts(frame, "deadline"):
        place = Place(sheet, said.row, columns["deadline"])
        if day := serial_day(said.text):
            found = f"{said.text} (số thứ tự ngày của Excel){_and_elsewhere(said.elsewhere)}"
            yield place.problem("deadline-serial", f"ngày {day:%d/%m/%Y}", found)
        elif parse_deadline(said.text) is None:
            yield place.problem(
                "deadline-unreadable",
                "một ngày, tháng, quý, năm, một kỳ lặp lại hoặc một sự kiện",
                f"“{_short(said.text)}”{_and_elsewhere(said.elsewhere)}",
            )


def _without_lead(
    frame: pd.DataFrame, sheet: str, columns: Mapping[str, str], *, leaf: bool
) -> Iterator[Problem]:
    """Rows with something to do and nobody to do it, where the table says who does the others."""
    if "lead" not in columns or not len(frame):
        return
    column = columns["lead"]
    blank = _blank(frame["lead"])
    asked = blank & ~_blank(frame["solution"]) if leaf and blank.any() else blank
    if not asked.any():
        return
    if blank.all():
        expected = "cơ quan chủ trì của từng giải pháp, nhiệm vụ"
        yield Place(sheet, None, column).problem("lead-missing", expected, "cả cột trống")
        return
    led = frozenset(frame.loc[~blank, "code"]) if leaf else frozenset()
    for row, code in frame.loc[asked, ["row", "code"]].itertuples(index=False):
        if not _above(code, led):
            yield Place(sheet, row, column).problem("lead-missing", "cơ quan chủ trì", "ô trống")


def _above(code: str, led: frozenset[str]) -> bool:
    """Whether a row above has a lead, which then goes for this one."""
    while code := parent_of(code):
        if code in led:
            return True
    return False


def _and_elsewhere(count: int) -> str:
    return f" (và {count} chỗ khác)" if count else ""


def _short(text: str, width: int = 120) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
