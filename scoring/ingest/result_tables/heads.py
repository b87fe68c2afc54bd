"""Heads and points of five where a percentage is looked for: 60 of 80 who were asked are 75 %."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.ingest.cells import Numbers, Unreadable, numbers_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.ingest.result_tables.levels import (
    WHOLE,
    Answers,
    are_shares,
    own_texts,
    plain_answers,
)
from scoring.text import format as fmt
from scoring.text.words import fold

_SHARE = re.compile(r"%|t[ỷỉ] (?:lệ|trọng)|phần trăm")
_HEADS = re.compile(
    r"\bphiếu\b|\bsl\b|\bsố (?:lượng|lượt|người|ý kiến|hộ|hồ sơ|mẫu)\b|\((?:người|lượt|ý kiến)\)"
)
_SATISFIED = re.compile(r"hài lòng")
_SCALE = re.compile(
    r"\bthang (?:điểm |đo )*(?:likert )?(?:(?:là|từ) )?(?:1 ?[-–] ?)?(?:[3-9]|10)\b(?! ?[-–0-9])"
)
_OF_FIVE = 5.0
_ROUNDED = 0.015


@dataclass(frozen=True)
class Heads:
    """Columns of heads: of those who are satisfied, and of all; `total` None where none is sure."""

    satisfied: tuple[int, ...]
    total: int | None

    @property
    def read(self) -> tuple[int, ...]:
        """The columns that the percentage is computed from."""
        return self.satisfied if self.total is None else (*self.satisfied, self.total)


@dataclass(frozen=True)
class _Columns:
    """The header texts of a table's columns, and their numbers."""

    sheet: Sheet
    layout: Layout
    texts: Mapping[int, str]

    def numbers(self, at: int) -> Numbers:
        return numbers_of(column_cells(self.sheet, self.layout, at))[0]

    def counts(self, at: int) -> bool:
        text = fold(self.texts.get(at, ""))
        return bool(_HEADS.search(text)) and not _SHARE.search(text)

    def says_share(self, at: int) -> bool:
        return bool(_SHARE.search(fold(self.texts.get(at, ""))))

    @property
    def totals(self) -> list[int]:
        """The columns of all heads: those who were asked, or who answered."""
        return [
            at
            for at, text in self.texts.items()
            if self.counts(at) and not _SATISFIED.search(fold(text))
        ]


def heads(sheet: Sheet, layout: Layout, answers: Answers | None) -> Heads | None:
    """The columns of heads of a table without a percentage of its own; None where it has one.

    `answers` are the columns of 'Rất hài lòng' and 'Hài lòng' where both are to be added up.
    """
    columns = _Columns(sheet, layout, dict(own_texts(sheet, layout)))
    satisfied: tuple[int, ...]
    if answers:
        satisfied, every = (answers.very, answers.satisfied), answers.every
        surely = False
        if are_shares(sheet, layout, answers):
            return None
    else:
        at = layout.columns.get("percent")
        if at is None or columns.says_share(at):
            return None
        satisfied, every = (at,), _every(columns, at)
        surely = columns.counts(at)
    total = _total(columns, satisfied, every, surely=surely)
    return Heads(satisfied, total) if surely or total is not None else None


def _every(columns: _Columns, at: int) -> tuple[int, ...]:
    """The column of those who are satisfied, and of the other answers beside it."""
    others = (
        one
        for one in plain_answers(columns.texts)
        if one != at and not columns.says_share(one) and columns.counts(one) == columns.counts(at)
    )
    return (at, *others)


def _total(
    columns: _Columns, satisfied: Sequence[int], every: Sequence[int], *, surely: bool
) -> int | None:
    """The column of all heads: the one that the answers add up to, or the only one there is."""
    part = np.sum([columns.numbers(at) for at in satisfied], axis=0)
    fitting = [at for at in columns.totals if _holds(columns.numbers(at), part)]
    if len(every) > len(satisfied):
        whole = np.sum([columns.numbers(at) for at in every], axis=0)
        fitting = [at for at in fitting if _same(columns.numbers(at), whole)]
    elif not surely or len(columns.totals) > 1:
        return None
    return fitting[0] if fitting else None


def _holds(whole: Numbers, part: Numbers) -> bool:
    both = ~np.isnan(whole) & ~np.isnan(part)
    return bool(both.any() and (whole[both] > 0).all() and (part[both] <= whole[both]).all())


def _same(one: Numbers, other: Numbers) -> bool:
    both = ~np.isnan(one) & ~np.isnan(other)
    return bool(both.any() and (one[both] == other[both]).all())


def percent_of_heads(
    sheet: Sheet, layout: Layout, found: Heads
) -> tuple[Numbers, tuple[Unreadable, ...]]:
    """100 × those who are satisfied ÷ all; nothing where it is not sure who all are."""
    columns = [*found.satisfied, *([] if found.total is None else [found.total])]
    read = [numbers_of(column_cells(sheet, layout, at)) for at in columns]
    wrong = tuple(cell for _, cells in read for cell in cells)
    if found.total is None:
        return np.full(len(read[0][0]), np.nan), ()
    *parts, whole = (numbers for numbers, _ in read)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.round(100 * np.sum(parts, axis=0) / whole, 10)
    return np.where(whole > 0, share, np.nan), wrong


def heads_problem(sheet: Sheet, layout: Layout, found: Heads) -> Problem:
    """How the percentage was computed, or that heads are none."""
    texts = dict(own_texts(sheet, layout))
    names = " + ".join(f"{texts[at]} ({column_letter(at)})" for at in found.satisfied)
    place = Place(sheet.name, layout.header + 1, column_letter(found.satisfied[0]))
    if found.total is None:
        told = f"{names} là số phiếu, số người; chưa rõ cột nào là tổng số"
        return place.problem(
            "column-missing", "cột tỷ lệ hài lòng (%), hoặc cột tổng số phiếu", told
        )
    whole = f"{texts[found.total]} ({column_letter(found.total)})"
    return place.problem("column-computed", "cột tỷ lệ hài lòng", f"100 × {names} ÷ {whole}")


def is_scale(layout: Layout) -> bool:
    """Whether the column says that it is out of five (or three, seven, ten) points."""
    text = fold(layout.labels.get("percent", ""))
    return bool(_SCALE.search(text)) and not _SHARE.search(text)


def scale_problem(sheet: Sheet, layout: Layout) -> Problem:
    """That points of a scale are no percentage."""
    at = layout.columns["percent"]
    place = Place(sheet.name, layout.header + 1, column_letter(at))
    found = f"cột {column_letter(at)} “{layout.labels['percent']}” là điểm của thang khác 100"
    return place.problem("column-missing", "cột tỷ lệ hài lòng (%)", found)


def doubts(sheet: Sheet, layout: Layout, numbers: Numbers) -> Sequence[Problem]:
    """Whether the numbers of a column that names no unit may be heads or points of five."""
    at = layout.columns.get("percent")
    columns = _Columns(sheet, layout, dict(own_texts(sheet, layout)))
    known = numbers[~np.isnan(numbers)]
    if at is None or columns.says_share(at) or not len(known):
        return ()
    expected = "cột tỷ lệ hài lòng (%)"
    place = Place(sheet.name, layout.header + 1, column_letter(at))
    name = f"cột {column_letter(at)} “{layout.texts[at]}”"
    if (known > 1).all() and (known <= _OF_FIVE).all():
        span = f"từ {fmt.number(known.min(), 2)} đến {fmt.number(known.max(), 2)}"
        told = f"mọi số của {name} {span}: có thể là điểm của thang 5"
        return (place.problem("column-doubtful", expected, told),)
    if _may_be_heads(columns, at, numbers):
        told = f"{name} có thể là số phiếu, số người, không phải tỷ lệ %"
        return (place.problem("column-doubtful", expected, told),)
    return ()


def _may_be_heads(columns: _Columns, at: int, numbers: Numbers) -> bool:
    """'Hài lòng' in whole numbers beside all heads, or beside answers that make no hundred."""
    if at not in plain_answers(columns.texts) or (numbers[~np.isnan(numbers)] % 1).any():
        return False
    every = _every(columns, at)
    if len(every) > 1:
        sums = np.nansum([columns.numbers(one) for one in every], axis=0)
        sums = sums[sums > 0]
        near = [np.abs(sums - whole) <= whole * _ROUNDED for whole in WHOLE]
        return not bool(np.any(near, axis=0).all())
    return any(_holds(columns.numbers(one), numbers) for one in columns.totals)
