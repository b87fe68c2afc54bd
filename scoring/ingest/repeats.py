"""Whether a row stands twice, so that neither can be told from the other."""

from collections.abc import Iterator, Sequence

import pandas as pd

from scoring.ingest.problems import Place, Problem


def repeated_rows(
    frame: pd.DataFrame,
    keys: Sequence[str],
    *,
    sheet: str,
    column: str | None,
    expected: str,
    columns: Sequence[str | None] = (),
) -> Iterator[Problem]:
    """Each row whose keys stand above already; the frame has `row` and `title`.

    `columns` are the letters of each row's own column, where a table goes on beside itself.
    """
    places = frame.assign(at=range(len(frame)))
    first = places.groupby(list(keys), sort=False)["at"].transform("min")
    for at, before in zip(places["at"], first, strict=True):
        if at != before:
            row, title = int(frame["row"].iloc[at]), frame["title"].iloc[at]
            found = f"“{title}” đã có ở dòng {frame['row'].iloc[before]}"
            letter = columns[at] if columns else column
            yield Place(sheet, row, letter).problem("duplicate-code", expected, found)
