"""The evidence of one criterion or task as a small block, on its own page and beside others."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.ui import answers
from pages.ui.drill import CODE
from pages.ui.evidence.shown import PAGE, pieces_of_year
from pages.ui.filters import YEAR
from pages.ui.organisations import ORGANISATION
from pages.ui.plain_text import literal
from pages.ui.tasks.words import TASK
from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence import by_code, pieces_of
from scoring.analysis.questions import Row, records
from scoring.text.moments import shown_moment

_SCOPE = (ORGANISATION, YEAR)
ICONS = {
    "complete": ":green[:material/check_circle:]",
    "missing": ":red[:material/report:]",
    "to_explain": ":orange[:material/live_help:]",
}


def beside(
    *,
    task: str | None = None,
    organisation: str | None = None,
    index_name: str | None = None,
    year: int | None = None,
    code: str | None = None,
) -> None:
    """The evidence of a task, else of a criterion of a year, and the way to write more.

    A criterion needs all of organisation, index_name, year and code; a task takes the chosen
    organisation and year into its link.
    """
    st.markdown("**Minh chứng**")
    if task is not None:
        pieces, at = records(answers.ask("evidence_of_task", task=task)), ""
        kept = (name for name in _SCOPE if name in st.query_params)
        address = {name: st.query_params[name] for name in kept} | {TASK: task}
    else:
        of_year = pieces_of_year(str(organisation), str(index_name), int(year or 0))
        at, pieces = pieces_of(by_code(records(of_year)), str(code))
        address = dict(zip(_SCOPE, (str(organisation), str(year)), strict=True)) | {CODE: str(code)}
    if not pieces:
        st.caption("Chưa ghi minh chứng.")
    elif at not in ("", code):
        st.caption(literal(f"Ghi ở dòng {at}:"))
    for piece in pieces:
        st.markdown(_line(piece))
    st.page_link(
        PAGE, label="Ghi, sửa minh chứng", icon=":material/attach_file:", query_params=address
    )


def listed(
    pieces: Sequence[Row],
    *,
    own: Sequence[Row],
    on_edit: Callable[[str], None],
    on_take_back: Callable[[Row], None],
) -> None:
    """The pieces one under another; those in `own` can be changed and taken back."""
    if not pieces:
        st.info("Chưa ghi minh chứng nào.", icon=":material/info:")
    changed = {piece["id"] for piece in own}
    for piece in pieces:
        with st.container(border=True):
            st.markdown(_line(piece))
            by = piece["who"] or "không ghi tên"
            st.caption(literal(f"{by}, {shown_moment(piece['decided_at'])}"))
            if piece["id"] in changed:
                _actions(piece, on_edit, on_take_back)


def _actions(
    piece: Row, on_edit: Callable[[str], None], on_take_back: Callable[[Row], None]
) -> None:
    with st.container(horizontal=True):
        st.button(
            "Sửa",
            key=f"sua-{piece['id']}",
            icon=":material/edit:",
            on_click=on_edit,
            args=(piece["id"],),
        )
        with st.popover("Gỡ", icon=":material/delete:", width="content"):
            st.markdown("Minh chứng không còn được tính; lịch sử vẫn giữ.")
            st.button(
                "Gỡ minh chứng này",
                key=f"go-{piece['id']}",
                on_click=on_take_back,
                args=(piece,),
            )


def _line(piece: Row) -> str:
    """A piece in one line, its state first; of a task that is looked at elsewhere, whose."""
    told = f"{ICONS[piece['status']]} **{said.STATUSES[piece['status']]}** · "
    told += literal(said.place(piece))
    if piece["remark"]:
        told += f" · {literal(piece['remark'])}"
    title = piece.get("task_title")
    return f"{told} · nhiệm vụ: {literal(title)}" if title else told
