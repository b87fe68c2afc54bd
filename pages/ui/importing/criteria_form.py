"""Making a decision's table a criteria set: what will be added, of which level and years."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, problems
from pages.ui.kinds import INDICES
from pages.ui.plain_text import literal
from scoring.ingest.criteria_sets import LEVELS, Proposal, criteria_set_of, proposal, set_id
from scoring.ingest.problems import Problem, blocking
from scoring.ingest.reference import CriteriaSet, add_criteria_set
from scoring.ingest.table import Table
from scoring.settings import settings
from scoring.text import format as vietnamese

_TOLD = "bo_tieu_chi"
_ASKED = {
    "id": "mã bộ tiêu chí",
    "index_name": "chỉ số",
    "level": "cấp",
    "from_year": "từ năm",
    "title": "tên bộ tiêu chí",
    "source": "nguồn",
}
_YEARS = (2000, 2100)


@dataclass(frozen=True)
class _Told:
    """What adding a set answered."""

    id: str
    problems: tuple[Problem, ...]

    @property
    def added(self) -> bool:
        return not blocking(self.problems)


def show(table: Table, content: bytes, *, key: str) -> None:
    """The form of one criteria table, what it will add, and the button."""
    st.markdown("**Thêm bộ tiêu chí**")
    st.caption(
        "Bảng này là bộ tiêu chí, không phải kết quả chấm điểm. Thêm vào danh mục thì bảng điểm "
        "của các năm áp dụng được đối chiếu với nó."
    )
    if not table.rows:
        return
    _holds(table)
    said = _asked(proposal(table), key)
    replacing = _replacing(said, key)
    to_do = _to_do(table, said, replacing=replacing)
    st.button(
        "Thay bộ tiêu chí" if replacing else "Thêm bộ tiêu chí",
        type="primary",
        icon=":material/playlist_add:",
        key=f"{key}-them",
        disabled=bool(to_do),
        on_click=_add,
        args=(key, None if to_do else criteria_set_of(table, said), table.scale, replacing),
    )
    if to_do:
        st.caption(f":material/block: Chưa thêm được: {literal('; '.join(to_do))}.")
    _outcome(key)


def _holds(table: Table) -> None:
    depth = table.frame["depth"]
    with st.grid(4, min_column_width=110, gap="small"):
        st.metric("Lĩnh vực", vietnamese.integer((depth == 1).sum()))
        st.metric("Tiêu chí", vietnamese.integer((depth == 2).sum()))
        st.metric("Tiêu chí thành phần", vietnamese.integer((depth > 2).sum()))
        st.metric("Mức điểm", vietnamese.integer(len(table.scale)))


def _asked(read: Proposal, key: str) -> Proposal:
    """What the title block says, as the user leaves or corrects it."""
    with st.grid(4, min_column_width=150):
        index = _choice("Chỉ số", INDICES, read.index_name, f"{key}-chi-so")
        level = _choice("Cấp", LEVELS, read.level, f"{key}-cap")
        first = _year("Từ năm", read.from_year, f"{key}-tu")
        last = _year("Đến năm (trống: chưa kết thúc)", read.to_year, f"{key}-den")
    with st.grid(2, min_column_width=220):
        # Another index, level or year proposes another id.
        proposed = set_id(index, level, first) or ""
        own = st.text_input("Mã bộ tiêu chí", proposed, max_chars=60, key=f"{key}-ma-{proposed}")
        total = st.number_input(
            "Tổng điểm (trống: theo từng cơ quan)",
            min_value=0.0,
            value=read.total,
            key=f"{key}-tong",
        )
    title = st.text_input("Tên bộ tiêu chí", read.title or "", key=f"{key}-ten")
    decision = st.text_input("Số quyết định", read.decision or "", key=f"{key}-quyet-dinh")
    source = st.text_input("Nguồn", read.source or "", key=f"{key}-nguon")
    return Proposal(own.strip(), index, level, first, last, total, decision.strip(), title, source)


def _choice(label: str, options: Sequence[str], read: str | None, key: str) -> str | None:
    known = list(dict.fromkeys([*options, *([read] if read else [])]))
    return st.selectbox(
        label,
        known,
        index=known.index(read) if read else None,
        placeholder="Chọn",
        key=key,
        filter_mode=None,
    )


def _year(label: str, read: int | None, key: str) -> int | None:
    least, most = _YEARS
    value = read if read and least <= read <= most else None
    return st.number_input(label, min_value=least, max_value=most, value=value, step=1, key=key)


def _replacing(said: Proposal, key: str) -> bool:
    """Whether a set of this id is there, and is to be replaced."""
    there = next((one for one in answers.reference().criteria_sets if one.id == said.id), None)
    if there is None:
        return False
    st.warning(f"Đã có bộ tiêu chí {literal(there.id)}: {literal(there.title)}.")
    return st.checkbox("Thay bộ tiêu chí này (bản cũ được giữ lại)", key=f"{key}-thay")


def _to_do(table: Table, said: Proposal, *, replacing: bool) -> list[str]:
    """What keeps the set from being added, each as something to do."""
    missing = [f"điền {_ASKED[field]}" for field in said.missing]
    wrong = problems.count(table.problems, "error")
    known = {one.id for one in answers.reference().criteria_sets}
    others = [
        (wrong > 0, f"sửa {wrong} lỗi của bảng"),
        (bool(said.id in known and not replacing), "đổi mã, hoặc chọn thay bộ tiêu chí cũ"),
    ]
    return [*missing, *(to_do for present, to_do in others if present)]


def _add(key: str, one: CriteriaSet, scale: pd.DataFrame, replacing: bool) -> None:
    found = add_criteria_set(settings().reference, one, scale, replace=replacing)
    told = _Told(one.id, found)
    st.session_state.setdefault(_TOLD, {})[key] = told
    if told.added:
        answers.forget_reference()


def _outcome(key: str) -> None:
    told: _Told | None = st.session_state.get(_TOLD, {}).get(key)
    if told is None:
        return
    if told.added:
        st.success(f"Đã thêm bộ tiêu chí {literal(told.id)}.", icon=":material/check_circle:")
    else:
        st.error("Không thêm được bộ tiêu chí; không có gì được ghi.", icon=":material/cancel:")
    if told.problems:
        problems.show(told.problems, key=f"{key}-ket-qua")
