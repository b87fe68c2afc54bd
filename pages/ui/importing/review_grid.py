"""The table as it stands in its file, with every problem at its cell; a click picks a cell."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from pages.ui.cell_text import short, text_at
from pages.ui.importing.original import Area, Marks
from pages.ui.problems import SEVERITIES, title
from scoring.ingest.corrections import Correction
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.problems import Problem, sentence

_HERE = Path(__file__).parent
_LONGEST = 160  # characters of a cell
_WIDEST = 60  # columns

# Drawn by the browser from texts, each set as text: nothing of a file is ever markup.
_GRID = st.components.v2.component(
    "bang_goc",
    html='<div class="bang"></div>\n<div class="loi-nhac" role="tooltip" hidden></div>',
    css=(_HERE / "review_grid.css").read_text(encoding="utf-8"),
    js=(_HERE / "review_grid.js").read_text(encoding="utf-8"),
)


def show(
    sheet: Sheet,
    area: Area,
    rows: Iterable[int],
    marks: Marks,
    corrections: Iterable[Correction],
    *,
    key: str,
    chosen: str,
    on_pick: Callable[[], None],
    context: Container[int] = (),
) -> None:
    """The header and these rows, with the address that is chosen framed.

    `context`: rows that are shown only because something below them is wrong; `on_pick` finds the
    address that was clicked on in `picked(key)`.
    """
    columns = area.columns[:_WIDEST]
    fixed = {(one.row, one.column): one for one in corrections}
    cells = _Cells(sheet, columns, marks, fixed)
    data = {
        "letters": [column_letter(at) for at in columns],
        "header": [cells.row(row) for row in area.header if row <= len(sheet.rows)],
        "rows": [cells.row(row) | {"context": row in context} for row in rows],
        "spans": _spans(sheet, area, columns),
        "chosen": chosen,
        "label": "Bảng như trong tệp; ô có vấn đề được tô màu",
    }
    _GRID(data=data, key=key, on_cell_change=on_pick)
    if len(area.columns) > _WIDEST:
        st.caption(f"Hiện {_WIDEST} cột đầu trong {len(area.columns)} cột.")


def picked(key: str) -> str:
    """The address that was just clicked on: 'E13'."""
    return str(getattr(st.session_state.get(key), "cell", None) or "")


def hint(problems: Sequence[Problem]) -> str:
    """What the grid says of a cell: a paragraph a problem."""
    return "\n".join(
        f"{SEVERITIES[one.severity][1]}: {title(one.code)}. {sentence(one)}" for one in problems
    )


class _Cells:
    """The cells to draw, row by row."""

    def __init__(
        self,
        sheet: Sheet,
        columns: Sequence[int],
        marks: Marks,
        fixed: Mapping[tuple[int, str], Correction],
    ) -> None:
        self._sheet, self._columns, self._marks, self._fixed = sheet, columns, marks, fixed

    def row(self, row: int) -> dict[str, Any]:
        """One row: its number with what is wrong with all of it, and its cells."""
        return {
            "number": row,
            **_told(self._marks.get((row, ""), [])),
            "cells": [self._cell(row, at) for at in self._columns],
        }

    def _cell(self, row: int, at: int) -> dict[str, Any]:
        letter = column_letter(at)
        text = text_at(self._sheet, row - 1, at)
        told = _told(self._marks.get((row, letter), []))
        fixed = self._fixed.get((row, letter))
        if fixed is not None:
            was = short(fixed.old, _LONGEST) or "ô trống"
            told["hint"] = "\n".join(
                part for part in (f"Đã sửa, trong tệp là: {was}", told.get("hint", "")) if part
            )
            told["fixed"], text = True, fixed.new
        return {"text": short(text, _LONGEST), **told}


def _told(problems: Sequence[Problem]) -> dict[str, Any]:
    return {"state": problems[0].severity, "hint": hint(problems)} if problems else {}


def _spans(sheet: Sheet, area: Area, columns: Sequence[int]) -> list[list[int]]:
    """The merged cells of the header: row and column in it, rows and columns that each covers."""
    found = []
    for (top, left), (bottom, right) in sheet.merged:
        inside = top + 1 in area.header and left in columns
        if inside:
            lowest = min(bottom, area.header.stop - 2)
            rightmost = min(right, columns[-1])
            place = [top + 1 - area.header.start, left - columns[0]]
            found.append([*place, lowest - top + 1, rightmost - left + 1])
    return found
