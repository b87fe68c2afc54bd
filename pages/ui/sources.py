"""Where a number on screen was read: file, sheet and row, linking to that place in the file."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui.plain_text import literal

METHOD_PAGE = "pages/method.py"
BATCH = "lan_nap"
ROW = "dong"
_SCOPE = ("co_quan", "nam")


def place(file_name: str, sheet: str | None, row: object = None) -> str:
    """A place in words: 'lam-dong-par-2020.xlsx › Phụ lục › dòng 9'."""
    rows = _rows(row)
    return " › ".join(part for part in (file_name, sheet if _known(sheet) else "", rows) if part)


def address(batch: str, row: object = None, scope: tuple[str, int] | None = None) -> dict[str, str]:
    """The query of the method page that opens one place, with its scope or else the chosen one."""
    kept = {name: st.query_params[name] for name in _SCOPE if name in st.query_params}
    kept |= dict(zip(_SCOPE, map(str, scope), strict=True)) if scope else {}
    first = _first(row)
    return kept | {BATCH: str(batch)} | ({} if first is None else {ROW: str(first)})


def link(
    batch: str | None,
    file_name: str | None,
    sheet: str | None,
    row: object = None,
    *,
    label: str | None = None,
    scope: tuple[str, int] | None = None,
) -> None:
    """A link to one place in a stored file; nothing where no file is known."""
    if not _known(batch) or not _known(file_name):
        return
    where = f"{literal(place(str(file_name), sheet, row))} · lần nạp {literal(batch)}"
    st.page_link(
        METHOD_PAGE,
        label=label or f"Nguồn: {where}",
        icon=":material/description:",
        help=where,
        query_params=address(str(batch), row, scope),
    )


def caption(frame: pd.DataFrame, batch: str | None = None) -> None:
    """The links under a figure: one for each file and sheet its rows came from.

    Shape: `frame` has file_name, sheet and row, and batch where `batch` is not given.
    """
    if frame.empty:
        return
    known = frame if batch is None else frame.assign(batch=batch)
    groups = known.dropna(subset=["batch", "file_name"]).groupby(
        ["batch", "file_name", "sheet"], sort=False, dropna=False
    )
    for (of_batch, file_name, sheet), rows in groups:
        found = rows["row"].dropna()
        link(of_batch, file_name, sheet, found.tolist() if len(found) else None)


def _known(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _numbers(row: object) -> list[int]:
    values: Iterable[Any] = row if isinstance(row, list | tuple) else [row]
    return sorted({int(value) for value in values if value is not None and not pd.isna(value)})


def _first(row: object) -> int | None:
    numbers = _numbers(row)
    return numbers[0] if numbers else None


def _rows(row: object) -> str:
    numbers = _numbers(row)
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"dòng {numbers[0]}"
    return f"dòng {numbers[0]}–{numbers[-1]}"
