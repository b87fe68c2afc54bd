"""What a table of targets is read as, a few columns at a time."""

from typing import Any

from scoring.ingest.table import Table

CCHC = "Chỉ tiêu cải cách hành chính năm 2023 của tỉnh Lâm Đồng"

Rows = list[tuple[Any, ...]]


def rows(table: Table, *columns: str) -> Rows:
    """Some columns of the targets, None where nothing is said."""
    frame = table.frame[list(columns)].astype(object)
    return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))
