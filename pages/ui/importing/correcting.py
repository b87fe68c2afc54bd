"""Reading one cell otherwise than its file says: pick it, see what is wrong, type what it means."""

import re
from collections.abc import Sequence

import streamlit as st

from pages.ui import problems
from pages.ui.cell_text import short, text_at
from pages.ui.importing import saying
from pages.ui.importing.dropped import Found
from pages.ui.importing.original import Marks
from pages.ui.importing.wrong_cells import addresses
from pages.ui.plain_text import literal
from scoring.ingest.corrections import Correction
from scoring.ingest.opening.workbook import Sheet, position_of
from scoring.ingest.problems import Problem

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LONGEST = 400  # characters of a cell that are shown
_LINE = 60  # characters; a longer text is typed into several lines
_MOST = 200  # places to choose from


def chosen(found: Found, marks: Marks) -> str:
    """The address that the form is about: the one picked, else the worst place's."""
    places = list(addresses(found, marks))
    state = f"{found.key}-o"
    mended = st.session_state.pop(f"{found.key}-vua-sua", None)
    if state not in st.session_state or (mended and mended not in places and places):
        st.session_state[state] = places[0] if places else ""
    address = _cleaned(st.session_state[state])
    return address if _ADDRESS.fullmatch(address) else ""


def pick(found: Found, address: str) -> None:
    """Turn the form to another cell."""
    if _ADDRESS.fullmatch(address):
        st.session_state[f"{found.key}-o"] = address


def form(found: Found, sheet: Sheet, marks: Marks) -> None:
    """The choice of a cell, what is known of it, and what it is to be read as."""
    st.markdown("**Sửa một ô**")
    st.caption("Tệp gốc giữ nguyên; chỗ sửa được ghi vào nhật ký khi ghi dữ liệu.")
    places = addresses(found, marks)
    _choice(found, places)
    st.text_input(
        "Ô",
        key=f"{found.key}-o",
        placeholder="E13",
        help="Bấm một ô trong bảng bên cạnh, chọn trong danh sách, hoặc gõ địa chỉ ô.",
        persist_state="page",
    )
    address = _cleaned(st.session_state[f"{found.key}-o"])
    cell = _cell(sheet, address)
    if cell is None:
        st.caption("Chọn một ô của trang tính này, ví dụ E13.")
        return
    for one in places.get(address, []):
        st.markdown(_told(one))
    _typed(found, sheet, address, cell)


def made(found: Found) -> None:
    """The corrections of this table's sheet, each old → new, to be taken back one by one."""
    for one in found.said.corrections:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"✎ **{literal(one.column)}{one.row}**: {_quoted(one.old)} → {_quoted(one.new)}"
            )
            st.button(
                "Bỏ sửa",
                key=f"{found.key}-bo-{one.column}{one.row}",
                icon=":material/undo:",
                on_click=saying.take_back,
                args=(found.file, one),
            )


def _choice(found: Found, places: dict[str, list[Problem]]) -> None:
    """The list of places; none is chosen where the form is about another cell."""
    options = list(places)[:_MOST]
    if not options:
        return
    state = f"{found.key}-cho"
    address = _cleaned(st.session_state[f"{found.key}-o"])
    st.session_state[state] = address if address in options else None
    st.selectbox(
        f"Chỗ cần xem ({len(places)})",
        options,
        index=None,
        format_func=lambda one: _label(one, places),
        placeholder="Ô khác",
        key=state,
        on_change=_follow,
        args=(found, state),
    )


def _typed(found: Found, sheet: Sheet, address: str, cell: str) -> None:
    fixed = {f"{one.column}{one.row}": one.new for one in found.said.corrections}
    st.markdown(f"Trong tệp: {_quoted(short(cell, _LONGEST))}")
    before = fixed.get(address, cell)
    state = f"{found.key}-moi-{address}"
    box = st.text_area if len(before) > _LINE or "\n" in before else st.text_input
    with st.form(f"{found.key}-sua-{address}", border=False):
        box("Đọc là", value=before, key=state, help="Số viết theo lối Việt Nam: 1,5.")
        st.form_submit_button(
            f"Sửa ô {address}",
            icon=":material/edit:",
            on_click=_correct,
            args=(found, address, cell, state),
        )


def _correct(found: Found, address: str, old: str, state: str) -> None:
    match = _ADDRESS.fullmatch(address)
    if match is None or found.table.sheet is None:
        return
    new = str(st.session_state[state]).strip()
    cell = Correction(found.table.sheet, int(match[2]), match[1], old, new)
    saying.correct(found.file, cell)
    st.session_state[f"{found.key}-vua-sua"] = address


def _follow(found: Found, state: str) -> None:
    pick(found, str(st.session_state[state] or ""))


def _cell(sheet: Sheet, address: str) -> str | None:
    """The cell's text in the file; None for an address outside the sheet."""
    if not _ADDRESS.fullmatch(address):
        return None
    row, column = position_of(address)
    if row >= len(sheet.rows) or column >= len(sheet.rows[row]):
        return None
    return text_at(sheet, row, column)


def _cleaned(address: str) -> str:
    return address.strip().upper().replace("$", "")


def _label(address: str, places: dict[str, list[Problem]]) -> str:
    worst = places[address][0]
    return f"{address} · {problems.SEVERITIES[worst.severity][1]} · {problems.title(worst.code)}"


def _told(one: Problem) -> str:
    facts = [
        f"cần {literal(one.expected)}" if one.expected else "",
        f"thấy {literal(one.found)}" if one.found else "",
    ]
    said = ", ".join(fact for fact in facts if fact)
    head = f"{problems.badge(one.severity)}: **{literal(problems.title(one.code))}**"
    return "  \n".join(part for part in (head, said, literal(one.fix)) if part)


def _quoted(text: str) -> str:
    return f"“{literal(text)}”" if text else "ô trống"


def corrected_rows(corrections: Sequence[Correction]) -> set[int]:
    """The rows with a cell that was corrected."""
    return {one.row for one in corrections}
