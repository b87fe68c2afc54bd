"""One place of a stored file, as the spreadsheet shows it."""

import textwrap
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui import answers, cell_text, sources
from pages.ui.importing import history
from pages.ui.plain_text import literal
from scoring.ingest.opening.workbook import Cell, column_letter

AROUND = 2
_LONGEST = 80
_WIDEST = 40  # columns
_LINE = 22  # characters
_MARK = "▶\u00a0"
_UNKNOWN = (
    "Địa chỉ này chỉ tới một lần nạp không còn trong kho, hoặc thuộc kho khác. "
    "Xem lịch sử ở trang Nhập dữ liệu."
)
_NOT_CURRENT = (
    "Số liệu của lần nạp này không còn hiện hành: đã có lần nạp mới hơn hoặc đã hoàn tác. "
    "Xem, so sánh hay khôi phục ở lịch sử trên trang Nhập dữ liệu."
)


def show() -> None:
    """The place that the address names: the cells around the row, and the file to take away."""
    batch = st.query_params.get(sources.BATCH)
    if not batch:
        return
    found = answers.ask("batches", batches=batch)
    if found.empty:
        st.warning(_UNKNOWN, icon=":material/link_off:")
        return
    origin = found.iloc[0]
    row = _row(st.query_params.get(sources.ROW))
    with st.container(border=True):
        _heading(origin, row)
        _grid(str(batch), str(origin["sheet"]), str(origin["anchor"]), row)
        history.download(str(batch), str(origin["file_name"]), key="tai_nguon")


def _row(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 8 and int(text) > 0 else None


def _heading(origin: pd.Series, row: int | None) -> None:
    place = sources.place(origin["file_name"], origin["sheet"], row)
    st.subheader(f":material/description: {literal(place)}", anchor=False)
    st.caption(
        f"{literal(origin['index_name'])} {literal(origin['organisation_name'])} "
        f"{origin['year']} · {history.state(origin)} · {history.provenance(origin)} · "
        f"lần nạp {literal(origin['batch'])}"
    )
    if not origin["is_current"]:
        st.warning(_NOT_CURRENT, icon=":material/history:")
    if isinstance(origin["source"], str) and origin["source"]:
        st.caption(f"Nơi công bố, theo tệp: {literal(origin['source'])}")


def _grid(batch: str, sheet: str, anchor: str, row: int | None) -> None:
    header = int("".join(character for character in anchor if character.isdigit()) or 1)
    grid = neighbourhood(batch, sheet, header, row)
    if grid.empty:
        st.caption("Dòng này nằm ngoài trang tính, hoặc trang tính không có ô nào quanh đó.")
        return
    st.table(
        grid.map(_lines).style.apply(_marked, axis=1, row=row),
        alt=f"Các ô quanh dòng {row} của trang tính {sheet}" if row else f"Trang tính {sheet}",
    )


def neighbourhood(batch: str, sheet: str, header: int, row: int | None) -> pd.DataFrame:
    """The header row and the rows around one row: Excel's letters above, its numbers beside."""
    rows = answers.stored_rows(batch, sheet)
    middle = row or header
    near = range(max(middle - AROUND, 1), min(middle + AROUND, len(rows)) + 1)
    numbers = [number for number in sorted({header, *near}) if number <= len(rows)]
    width = min(max((_used(rows[number - 1]) for number in numbers), default=0), _WIDEST)
    return pd.DataFrame(
        [
            [_shown(cell, whole=number == row) for cell in _padded(rows[number - 1], width)]
            for number in numbers
        ],
        index=[_MARK + str(number) if number == row else str(number) for number in numbers],
        columns=[column_letter(at) for at in range(width)],
    )


def _used(cells: Sequence[Cell]) -> int:
    """How many columns a row needs, without the blank ones at its end."""
    return max((at + 1 for at, cell in enumerate(cells) if cell != ""), default=0)


def _padded(cells: Sequence[Cell], width: int) -> list[Cell]:
    return [*cells[:width], *[""] * (width - len(cells))]


def _shown(cell: Cell, *, whole: bool) -> str:
    """A cell as Excel set to Vietnamese shows it; long texts of other rows are shortened."""
    text = cell_text.shown(cell)
    return text if whole else cell_text.short(text, _LONGEST)


def _lines(text: str) -> str:
    """The text in lines of some width, so that columns stay readable on a narrow screen."""
    lines = textwrap.wrap(text, _LINE, break_long_words=False)
    return " ".join("&nbsp;".join(literal(word) for word in line.split()) for line in lines)


def _marked(cells: pd.Series, *, row: int | None) -> list[str]:
    style = "background-color: rgba(240, 180, 0, 0.25); font-weight: 600"
    return [style if cells.name == f"{_MARK}{row}" else ""] * len(cells)
