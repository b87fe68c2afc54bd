"""Whether a row stands twice, so that neither can be told from the other."""

from collections.abc import Iterator, Sequence

import pandas as pd

from scoring.ingest.problems import Place, Problem


def repeated_rows(
    frame: pd.DataFrame, keys: Sequence[str], *, sheet: str, column: str | None, expected: str
) -> Iterator[Problem]:
    """Each row whose keys stand above already; the frame has `row` and `title`."""
    first = frame.groupby(list(keys), sort=False)["row"].transform("min")
    for row, title, before in zip(frame["row"], frame["title"], first, strict=True):
        if row != before:
            found = f"“{title}” đã có ở dòng {before}"
            yield Place(sheet, int(row), column).problem("duplicate-code", expected, found)
