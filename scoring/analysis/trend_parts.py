"""Which domain of one year is which of another? By code and title together, never one alone."""

from collections.abc import Collection, Iterator

import pandas as pd
from rapidfuzz import fuzz

from scoring.analysis.trend_breaks import with_segments
from scoring.text.words import fold

SAME_TITLE = 80  # likeness of two titles under one code, 0–100, from which on they are one part


def part_series(parts: pd.DataFrame, cut_years: Collection[int]) -> pd.DataFrame:
    """The parts of one index over the years with `panel` (0, 1 …), `name`, segment and step.

    A row goes on a part of an earlier year with the same code and a title alike, or another code
    and the same title; else it begins a part. Parts of the latest year come first, as printed;
    `name` is the latest one.

    Shape: `parts` as the question `trend_parts` gives them, of one index.
    """
    known = parts[parts["percent"].notna()]
    placed = known.assign(panel=list(_panels(known)))
    series = [
        with_segments(rows, cut_years).assign(name=rows["short_title"].iat[-1])
        for _, rows in _latest_first(placed)
    ]
    if not series:
        return known.assign(panel=0, name="", segment=0, step=float("nan")).head(0)
    together = pd.concat([one.assign(panel=at) for at, one in enumerate(series)])
    return together.reset_index(drop=True)


def _panels(parts: pd.DataFrame) -> Iterator[int]:
    """The number of each row's part; a part has at most one row a year."""
    last: list[tuple[str, str, int]] = []  # code, folded title and year of each part's last row
    for row in parts.itertuples():
        said = fold(row.title)
        free = [at for at, (_, _, year) in enumerate(last) if year < row.year]
        same = (at for at in free if _same(last[at], row.code, said))
        # Of several with its title, the one that has its code too.
        found = min(same, key=lambda at: last[at][0] != row.code, default=None)
        if found is None:
            last.append((row.code, said, row.year))
            yield len(last) - 1
        else:
            last[found] = (row.code, said, row.year)
            yield found


def _same(before: tuple[str, str, int], code: str, said: str) -> bool:
    alike = fuzz.ratio(before[1], said)
    return alike >= SAME_TITLE if before[0] == code else before[1] == said


def _latest_first(placed: pd.DataFrame) -> list[tuple[int, pd.DataFrame]]:
    """The rows of each part; the parts in the order of the latest year that prints them."""
    groups = [(int(panel), rows) for panel, rows in placed.groupby("panel")]
    return sorted(groups, key=lambda one: (-int(one[1]["year"].max()), int(one[1].index.max())))
