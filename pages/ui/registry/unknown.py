"""Names that nobody knows yet: each with the known unit nearest, for a person to confirm."""

import streamlit as st

from pages.ui import answers, sources, who
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.registry.head import Book
from scoring import intake
from scoring.analysis.questions import Row, records
from scoring.settings import settings
from scoring.store import StoreError
from scoring.text.format import integer
from scoring.text.moments import shown_moment
from scoring.text.words import fold, sort_key

_MOST = 20  # at once; the others follow as these are settled
_TOLD = "danh_ba_da_noi"


def show(scope: Scope, book: Book) -> None:
    """The unknown names, what was said of names before, and cells that mean others by now."""
    _tell()
    if book.unknown.empty:
        st.success("Mọi tên đơn vị trong các tệp đã nạp đều đã biết.", icon=":material/check:")
    else:
        st.markdown(
            "Xác nhận mỗi tên là đơn vị nào, hoặc giữ **như in** nếu đó là một đơn vị riêng. Các "
            "bảng nêu tên đó được đọc lại từ tệp gốc thành lần nạp mới; tên được nhớ cho tệp sau."
        )
        who.ask_again("nguoi-danh-ba")
        for at, row in enumerate(records(book.unknown.head(_MOST))):
            _one(scope, book, row, f"danh-ba-{at}")
        if len(book.unknown) > _MOST:
            st.caption(
                f"Còn {integer(len(book.unknown) - _MOST)} tên, hiện ra khi xong các tên trên."
            )
    _remembered(book)
    _stale(book)


def _one(scope: Scope, book: Book, row: Row, key: str) -> None:
    printed, likely = str(row["unit"]), row["likely"]
    known = sorted(book.names.names, key=sort_key)
    options = list(dict.fromkeys([*filter(None, [likely]), printed, *known]))
    guess = f", có thể là “{literal(likely)}”" if likely else ""
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                f"“{literal(row['printed'])}” ({integer(row['times'])} ô){guess}; hiểu là",
                options,
                format_func=lambda name: f"{name} (như in)" if name == printed else name,
                key=f"{key}-chon",
                accept_new_options=True,
                filter_mode="contains",
                width=460,
            )
            st.button(
                "Xác nhận",
                icon=":material/check:",
                key=f"{key}-nhan",
                on_click=_confirm,
                args=(scope.organisation, str(row["printed"]), f"{key}-chon"),
            )
        sources.link(row["batch"], row["file_name"], row["sheet"], row["row"])


def _confirm(organisation: str, printed: str, state: str) -> None:
    unit = str(st.session_state[state] or "").strip()
    if not unit:
        return
    try:
        meant = intake.mean_unit(
            answers.store(),
            answers.reference(),
            settings(),
            organisation,
            printed,
            unit,
            now=intake.now(),
            who=who.name(),
        )
    except (KeyError, StoreError) as error:
        st.session_state[_TOLD] = (False, f"Chưa ghi được “{printed}”: {error}")
        return
    answers.forget()
    st.session_state[_TOLD] = (not meant.left, _said(printed, unit, meant))


def _said(printed: str, unit: str, meant: intake.Meant) -> str:
    parts = []
    if meant.done:
        files = ", ".join(meant.done)
        parts.append(f"“{printed}” là {unit}; đã đọc lại {files} và nhớ cho tệp sau.")
    if meant.left:
        parts.append(
            f"Không đọc lại được {', '.join(meant.left)} y như lần nạp trước, nên bảng này giữ "
            "nguyên: thả lại tệp ở trang Nhập dữ liệu, mục Tên đơn vị."
        )
    return " ".join(parts)


def _tell() -> None:
    """What the last confirmation did, once."""
    well, told = st.session_state.pop(_TOLD, (True, ""))
    if told and well:
        st.success(literal(told), icon=":material/check:")
    elif told:
        st.warning(literal(told), icon=":material/warning:")


def _remembered(book: Book) -> None:
    """What people said of names that these tables print."""
    words = answers.ask("remembered_units")
    printed = {fold(text) for text in book.spelled["printed"]}
    rows = [row for row in records(words) if fold(row["printed"]) in printed]
    if not rows:
        return
    st.markdown("**Tên đã được người dùng xác nhận**")
    for row in rows:
        by = row["who"] or "không ghi tên"
        told = f"“{row['printed']}” là {row['unit']} · {by} · {shown_moment(row['decided_at'])}"
        st.caption(literal(told))


def _stale(book: Book) -> None:
    """That the list of names changed since some tables were loaded."""
    if book.stale.empty:
        return
    cells = integer(book.stale["times"].sum())
    files = ", ".join(dict.fromkeys(book.stale["file_name"]))
    st.warning(
        literal(
            f"{cells} ô nay đọc ra đơn vị khác với lúc nạp, vì danh mục đã đổi: {files}. Nạp lại "
            "tệp để các trang tính theo danh mục mới."
        ),
        icon=":material/sync_problem:",
    )
