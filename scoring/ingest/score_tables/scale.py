"""The attainable points of a criterion: rows below it that carry no code but a text and points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from scoring.ingest.score_tables.codes import Codes
from scoring.ingest.score_tables.printed import Printed
from scoring.text.words import fold

COLUMNS = ("code", "position", "title", "points", "row")
_BULLETS = tuple("-–—−+•*●○▪·")
_POINTS_BEHIND = re.compile(
    r"(?:[:=]\s*(?P<points>\d{1,2}(?:[.,]\d{1,3})?)\s*(?:điểm|đ)?"
    r"|(?<![\d.,])(?P<said>\d{1,2}(?:[.,]\d{1,3})?)\s*điểm)[\s.;)]*$",
    re.I,
)
_FORMULA = re.compile(r"công thức|[×*]|\bx\b", re.I)
_RATIO = re.compile(r"công thức|tỷ lệ|tỉ lệ|[×*%]|\bx\b|\d", re.I)
_DATED = re.compile(r"ngày|tháng", re.I)
_GRADED = re.compile(
    r"\b(?:từ|đến|dưới|trên|trước|sau|trong|quý|tháng|năm|đạt|không|chưa|có|mỗi|nếu|đúng|chậm|"
    r"hoàn thành|đầy đủ|một phần|tối thiểu|ít nhất|trở lên|\d+ ?%)"
)
_NOTES = ("ghi chú", "nguồn", "trang", "nơi nhận", "lưu ý")


@dataclass(frozen=True)
class Level:
    """One row of a criterion's scale."""

    at: int
    points: float  # NaN where a formula or a ratio tells them


@dataclass(frozen=True)
class Steps:
    """The scale of one criterion, and what may speak against it."""

    of: int  # the criterion's position
    levels: tuple[Level, ...]
    above: bool = False  # whether a level is above the criterion's maximum
    doubtful: bool = False  # whether the rows may be criteria without a code


@dataclass(frozen=True)
class Scale:
    """The scales of a table's criteria."""

    steps: tuple[Steps, ...] = ()
    rows: frozenset[int] = field(default=frozenset())

    def frame(self, codes: Sequence[str], printed: Printed, first: int) -> pd.DataFrame:
        """One row per level; those of a criterion without a code are left out.

        Shape: code, position (from 0), title, points (NaN where a formula tells them), row.
        """
        records = [
            (codes[one.of], position, printed.titles[level.at], level.points, level.at + first + 1)
            for one in self.steps
            if codes[one.of]
            for position, level in enumerate(one.levels)
        ]
        return pd.DataFrame(records, columns=list(COLUMNS)).astype(
            {"position": "int64", "points": "float64", "row": "int64"}
        )


def scale_of(codes: Codes, printed: Printed) -> Scale:
    """The scoring levels below the criteria of a table."""
    below = _below(codes, printed)
    steps = tuple(
        judged
        for criterion, rows in below.items()
        if (judged := _steps(criterion, rows, codes, printed))
    )
    return Scale(steps, frozenset(level.at for one in steps for level in one.levels))


def _below(codes: Codes, printed: Printed) -> dict[int, list[int]]:
    """Criterion → the rows right below it that have no points of their own and no code but a, b."""
    found: dict[int, list[int]] = {}
    scored = printed.scored.tolist()
    if all(code and at not in codes.listed for at, code in enumerate(codes.codes)):
        return found
    criterion = None
    for at, (title, code) in enumerate(zip(printed.titles, codes.codes, strict=True)):
        if not title:
            continue
        if (code and at not in codes.listed) or scored[at]:
            criterion = at if code or not printed.stands_apart(at) else None
        elif printed.stands_apart(at):
            criterion = None
        elif criterion is not None:
            found.setdefault(criterion, []).append(at)
    return found


def _steps(criterion: int, rows: list[int], codes: Codes, printed: Printed) -> Steps | None:
    most = printed.maximum[criterion]
    levels = tuple(level for at in rows if (level := _level(at, most, printed)))
    numbers = np.array([level.points for level in levels if not np.isnan(level.points)])
    if not levels or (not len(numbers) and np.isnan(most)):
        return None
    parts = len(numbers) > 1 and abs(numbers.sum() - most) < 1e-6 and numbers.max() < most - 1e-6
    listed = all(level.at in codes.listed for level in levels)
    if parts and listed:
        return None  # a and b are criteria: their points make up those of the row above
    above = bool(len(numbers) and numbers.max() > most + 1e-6)
    sure = _is_scale(levels, numbers, most, printed) and not parts
    return Steps(criterion, levels, above=above, doubtful=not (sure or above))


def _level(at: int, most: float, printed: Printed) -> Level | None:
    """The level of one row; None where it only tells how to score, or names evidence."""
    points = float(printed.maximum[at])
    if not np.isnan(points):
        return Level(at, points)
    title = printed.titles[at]
    unread = printed.unread_maximum.get(at)
    if unread is not None:
        return Level(at, np.nan) if _RATIO.search(unread) and not _DATED.search(unread) else None
    if fold(title).startswith(_NOTES) or np.isnan(most):
        return None
    behind = _points_behind(title)
    if behind is not None:
        return Level(at, behind) if behind <= most else None
    return Level(at, np.nan) if _FORMULA.search(title) else None


def _points_behind(title: str) -> float | None:
    """The points that a text ends with: 'Trong quý I: 0,25', '… (0,5 điểm)'."""
    match = _POINTS_BEHIND.search(title)
    text = (match["points"] or match["said"]) if match else ""
    return float(text.replace(",", ".")) if text else None


def _is_scale(levels: Sequence[Level], numbers: np.ndarray, most: float, printed: Printed) -> bool:
    """Whether rows can only be a scale: the best level is the maximum, the worst nothing, a level
    is a formula or told within its text, all are bullets, or graded by several conditions."""
    if np.isnan(most):
        return False
    if not len(numbers) or abs(numbers.max() - most) < 1e-6 or numbers.min() == 0:
        return True
    if len(numbers) < len(levels) or any(np.isnan(printed.maximum[one.at]) for one in levels):
        return True
    titles = [printed.titles[level.at] for level in levels]
    marked = [
        title.startswith(_BULLETS) or str(printed.cells[level.at]).strip() in _BULLETS
        for title, level in zip(titles, levels, strict=True)
    ]
    graded = len(levels) > 1 and all(_GRADED.search(fold(title)) for title in titles)
    return all(marked) or graded
