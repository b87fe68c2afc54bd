"""The answers 'Rất hài lòng', 'Hài lòng' … in columns of their own, and what they add up to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from scoring.ingest.cells import Numbers, Unreadable, numbers_of
from scoring.ingest.finding.answers import ANSWER
from scoring.ingest.finding.headers import years_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells
from scoring.ingest.opening.workbook import Cell, Sheet, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.text.words import fold

_VERY = re.compile(r"(?P<group>.*?)\brất hài lòng\b\W*")
_COUNTED = re.compile(
    r"\bs(?:ố|l)\b(?: (?:lượng|lượt|người|phiếu|ý kiến))*|\bphiếu\b|\((?:người|lượt|ý kiến)\)"
)
_RATIO = re.compile(r"(?:t[ỷỉ] lệ|chỉ số|mức độ) (?:% )?hài lòng|hài lòng chung")
WHOLE = (100.0, 1.0)  # what all answers add up to, in percent or as fractions
_ROUNDED = 0.015


@dataclass(frozen=True)
class Answers:
    """Columns of answers: the two of those who are satisfied, and all of them."""

    very: int
    satisfied: int
    every: tuple[int, ...]


def answer_columns(sheet: Sheet, layout: Layout) -> Answers | None:
    """The columns of answers of one table; None where it has none for both kinds of satisfied."""
    texts = {at: fold(text) for at, text in own_texts(sheet, layout)}
    very = next(((at, match) for at in texts if (match := _VERY.fullmatch(texts[at]))), None)
    if very is None:
        return None
    group = very[1]["group"]
    own = {at: text.removeprefix(group) for at, text in texts.items() if text.startswith(group)}
    every = tuple(at for at, text in own.items() if ANSWER.fullmatch(text))
    satisfied = [at for at in every if re.fullmatch(r"hài lòng\W*", own[at])]
    return Answers(very[0], satisfied[0], every) if satisfied else None


def plain_answers(texts: Mapping[int, str]) -> tuple[int, ...]:
    """The columns of answers, whatever they are counted in: 'Hài lòng', 'Số phiếu hài lòng'."""
    bare = {at: _COUNTED.sub("", fold(text)).strip(" ()") for at, text in texts.items()}
    return tuple(at for at, text in bare.items() if ANSWER.fullmatch(text))


def own_texts(sheet: Sheet, layout: Layout) -> Iterator[tuple[int, str]]:
    """The header text of each column; under one of several columns, with the text below it."""
    below = sheet.rows[layout.first] if layout.first < layout.last else ()
    for at in range(layout.left, min(layout.right, len(layout.texts))):
        text = layout.texts[at]
        years = years_in(text)
        if not text or (years and layout.year not in (None, *years)):
            continue
        cell = below[at] if at < len(below) and layout.texts.count(text) > 1 else ""
        yield at, f"{text} {cell}" if type(cell) is str and cell else text


def ratio_column(sheet: Sheet, layout: Layout, answers: Answers) -> int | None:
    """The column of the percentage itself, where it is printed beside the answers."""
    at = layout.columns.get("percent")
    if at is not None and at not in answers.every:
        return at
    rest = ((at, fold(text)) for at, text in own_texts(sheet, layout) if at not in answers.every)
    return next((at for at, text in rest if _RATIO.search(text)), None)


def added_up(
    sheet: Sheet, layout: Layout, answers: Answers
) -> tuple[Numbers, tuple[Unreadable, ...], list[Cell]]:
    """Both kinds of satisfied together; nothing where the answers are counted, not in percent."""
    cells = [column_cells(sheet, layout, at) for at in (answers.very, answers.satisfied)]
    (very, wrong), (satisfied, wrong_too) = map(numbers_of, cells)
    together = np.round(very + satisfied, 10)
    if not are_shares(sheet, layout, answers):
        together = np.full(len(together), np.nan)
    written = ["%" if "%" in f"{one}{other}" else "" for one, other in zip(*cells, strict=True)]
    return together, (*wrong, *wrong_too), list(written)


def are_shares(sheet: Sheet, layout: Layout, answers: Answers) -> bool:
    """Whether the answers are in percent, or fractions: they add up to a whole."""
    columns = [numbers_of(column_cells(sheet, layout, at))[0] for at in answers.every]
    sums = np.nansum(columns, axis=0)
    sums = sums[sums > 0]
    if len(answers.every) > 2 and len(sums):
        near = [np.abs(sums - whole) <= whole * _ROUNDED for whole in WHOLE]
        return bool(np.any(near, axis=0).all())
    return "%" in layout.texts[answers.very] and bool((sums <= 100 * (1 + _ROUNDED)).all())


def added_up_note(sheet: Sheet, layout: Layout, answers: Answers) -> Problem:
    """That the percentage is the sum of two columns."""
    columns = (answers.very, answers.satisfied)
    names = dict(own_texts(sheet, layout))
    found = " + ".join(f"{names[at]} ({column_letter(at)})" for at in columns)
    place = Place(sheet.name, layout.header + 1, column_letter(answers.satisfied))
    return place.problem("column-computed", "cột tỷ lệ hài lòng", found)
