"""The table in its file's own layout, where what is wrong is seen and mended."""

from collections.abc import Sequence
from string import ascii_uppercase

import streamlit as st

from pages.ui import answers
from pages.ui.importing import correcting, original, review_grid
from pages.ui.importing.dropped import Found
from pages.ui.importing.original import Marks
from pages.ui.importing.standing import Standing
from scoring.ingest.opening.workbook import Sheet
from scoring.text import format as vietnamese

_PAGE = 40  # rows at once
_WRONG, _NOTED, _ALL = "Lỗi, cảnh báo", "Cả ghi chú", "Tất cả các dòng"
_SEVERE = ("error", "warning")
_EVERY = ("error", "warning", "note")


def show(found: Found, standing: Standing, of_file: Sequence[Found]) -> None:
    """The grid and the form beside it; folded where nothing is wrong."""
    sheet = _sheet(found)
    if sheet is None or found.table.header is None:
        return
    marks = original.marks(found.table, standing.problems)
    fold = st.expander(
        "Bảng như trong tệp, sửa từng ô",
        icon=":material/grid_on:",
        key=f"{found.key}-bang",
        expanded=bool(marks or found.said.corrections),
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        grid, form = st.columns([7, 3])
        with grid:
            _grid(found, sheet, marks, [one.proposed for one in of_file])
        with form:
            correcting.form(found, sheet, marks)
        correcting.made(found)


def _sheet(found: Found) -> Sheet | None:
    return answers.sheets(found.file, found.table.file, found.content).get(found.table.sheet or "")


def _grid(found: Found, sheet: Sheet, marks: Marks, of_file: Sequence) -> None:
    others = [one for one in of_file if one.sheet == found.table.sheet]
    area = original.area(sheet, found.table, others)
    wanted = _wanted(found, marks, list(area.rows))
    rows = sorted(wanted | _parents(found, wanted, area.rows))
    chosen = correcting.chosen(found, marks)
    page = _page(found, rows, chosen)
    key = f"{found.key}-luoi"
    review_grid.show(
        sheet,
        area,
        rows[(page - 1) * _PAGE : page * _PAGE],
        marks,
        found.said.corrections,
        key=key,
        chosen=chosen,
        on_pick=lambda: correcting.pick(found, review_grid.picked(key)),
        context=set(rows) - wanted,
    )


def _parents(found: Found, rows: set[int], every: range) -> set[int]:
    """The rows above those shown, for context; nothing where all are shown."""
    if len(rows) == len(every):
        return set()
    return {row for row in original.with_parents(found.table.frame, rows) if row in every}


def _wanted(found: Found, marks: Marks, every: list[int]) -> set[int]:
    """The rows that were asked for: those with something wrong, or all."""
    fixed = correcting.corrected_rows(found.said.corrections)
    wrong = original.marked_rows(marks, _SEVERE, fixed).intersection(every)
    noted = original.marked_rows(marks, _EVERY, fixed).intersection(every)
    views = {_WRONG: wrong, _NOTED: noted, _ALL: set(every)}
    if noted == wrong:
        del views[_NOTED]
    usual = next((name for name, rows in views.items() if rows), _ALL)
    state = f"{found.key}-dong"
    if st.session_state.get(state) not in views:
        st.session_state[state] = usual
    chosen = st.segmented_control(
        "Các dòng hiện ra",
        list(views),
        format_func=lambda name: f"{name} ({vietnamese.integer(len(views[name]))})",
        key=state,
        required=True,
        label_visibility="collapsed",
        persist_state="page",
    )
    return views[str(chosen)]


def _page(found: Found, rows: Sequence[int], chosen: str) -> int:
    """The page that is shown: the chosen cell's until another is asked for.

    Says which of how many rows are on it where there are several.
    """
    if len(rows) <= _PAGE:
        return 1
    pages = -(-len(rows) // _PAGE)
    row = int(chosen.lstrip(ascii_uppercase) or 0)
    usual = 1 + (rows.index(row) // _PAGE if row in rows else 0)
    state = f"{found.key}-trang-{usual}-{pages}"
    page = int(st.pagination(pages, default=usual, key=state))
    first, last = (page - 1) * _PAGE + 1, min(page * _PAGE, len(rows))
    st.caption(
        f"Dòng thứ {vietnamese.integer(first)}–{vietnamese.integer(last)} "
        f"trong {vietnamese.integer(len(rows))} dòng được hiện."
    )
    return page
