"""One year's score table as parts that add up to the index exactly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan

import pandas as pd


@dataclass(frozen=True)
class Part:
    """A criterion without printed children; all in points, NaN where the table does not say."""

    code: str
    title: str
    max_points: float
    lost: float

    @property
    def known(self) -> bool:
        """Whether the table says both: only then is it told what the criterion adds."""
        return not isnan(self.max_points) and not isnan(self.lost)

    @property
    def points(self) -> float:
        """What was reached."""
        return self.max_points - self.lost


@dataclass(frozen=True)
class YearTable:
    """One year: the total maximum that applies, the printed rows, and the parts of its index.

    `rest` is what no known part explains: criteria that the table leaves out (those without
    losses, often), leaves printed without points, and what rounding leaves between a row and its
    children.
    """

    year: int
    total: float
    lost: float
    rows: pd.DataFrame
    parts: tuple[Part, ...]
    rest: Part

    @cached_property
    def by_code(self) -> Mapping[str, Part]:
        """The parts by their codes."""
        return {part.code: part for part in self.parts}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each printed row is called: by its short title where it has one."""
        shown = "short_title" if "short_title" in self.rows else "title"
        return dict(zip(self.rows["code"], self.rows[shown], strict=True))

    @property
    def index_value(self) -> float:
        """The index in percent."""
        return 100 * (self.total - self.lost) / self.total


def year_table(year: int, total: float | None, rows: pd.DataFrame) -> YearTable | None:
    """The table of one year as parts; `total` is the maximum that applies to the organisation.

    Shape: `rows` has code, parent, title, leaf, max_points, lost_points, as the question `losses`
        gives them.
    Returns: None where the total or the loss of a top row is not known: nothing adds up then.
    """
    top = rows[rows["parent"] == ""]
    if not total or total <= 0 or top.empty or top["lost_points"].isna().any():
        return None
    lost = float(top["lost_points"].sum())
    parts = tuple(_parts(rows))
    known = [part for part in parts if part.known]
    rest = Part(
        "",
        "",
        total - sum(part.max_points for part in known),
        lost - sum(part.lost for part in known),
    )
    return YearTable(year, float(total), lost, rows, parts, rest)


def _parts(rows: pd.DataFrame) -> Iterator[Part]:
    for row in rows[rows["leaf"].astype(bool)].itertuples(index=False):
        most, lost = (
            nan if pd.isna(value) else float(value) for value in (row.max_points, row.lost_points)
        )
        yield Part(row.code, row.title, most, lost)
