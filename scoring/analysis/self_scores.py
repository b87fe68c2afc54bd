"""Which over-claims come back, year after year?"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoring.text.words import fold

_COLUMNS = ["code", "title", "years", "since", "difference", "summed"]
_RETITLED = ["code", "title", "title_before"]


@dataclass(frozen=True)
class Repeated:
    """Over-claims of one year that were made the year before as well.

    A code may be given to another criterion, so neither it nor the title is enough: both have to be
    the same in each two years that follow one another.

    Shape: `rows` has code, title, years (consecutive ones up to this one), since (the first of
        them), difference (this year's) and summed (over these years, points), longest first;
        `retitled`, over-claimed both years under one code but not one title, has code, title,
        title_before.
    """

    year: int
    year_before: bool  # whether the year before has leaves with both scores
    rows: pd.DataFrame
    retitled: pd.DataFrame


def repeated(years: pd.DataFrame, year: int) -> Repeated:
    """The over-claims of `year` that were there before, from the question `self_score_years`."""
    over = {
        (int(row.year), row.code): row for row in years.itertuples() if float(row.difference) > 0
    }
    rows, retitled = [], []
    for (of_year, code), row in over.items():
        if of_year != year:
            continue
        run = [row]
        while _same(run[-1], earlier := over.get((year - len(run), code))):
            run.append(earlier)
        if len(run) > 1:
            rows.append(_run(code, run))
        elif earlier is not None:
            retitled.append((code, row.title, earlier.title))
    found = pd.DataFrame(rows, columns=_COLUMNS)
    return Repeated(
        year,
        bool((years["year"] == year - 1).any()),
        found.sort_values(["years", "summed"], ascending=False, kind="stable", ignore_index=True),
        pd.DataFrame(retitled, columns=_RETITLED),
    )


def _same(row: Any, earlier: Any) -> bool:
    return earlier is not None and fold(earlier.title) == fold(row.title)


def _run(code: str, run: list[Any]) -> tuple[object, ...]:
    now, first = run[0], run[-1]
    summed = round(sum(float(one.difference) for one in run), 10)
    return code, now.title, len(run), int(first.year), float(now.difference), summed
