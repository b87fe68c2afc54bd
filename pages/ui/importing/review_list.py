"""What was found over all dropped files: one row a table, and which of them is looked at."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.ui import problems, tables
from pages.ui.importing import standing
from pages.ui.importing.dropped import Found
from pages.ui.importing.standing import ATTENTION, READY, Standing
from pages.ui.kinds import kind_label
from scoring.text import format as vietnamese

_CHOSEN = "bang-xem"
_FILTER = "loc-bang"
_FEW = 8  # tables; more can be filtered

_COLUMNS = {
    "file": tables.text("Tệp"),
    "state": tables.text("Tình trạng"),
    "sheet": tables.text("Trang tính"),
    "kind": tables.text("Loại"),
    "index": tables.text("Chỉ số"),
    "organisation": tables.text("Cơ quan"),
    "year": tables.text("Năm"),
    "rows": tables.of_count("Dòng"),
    "error": tables.of_count("Lỗi"),
    "warning": tables.of_count("Cảnh báo"),
    "note": tables.of_count("Ghi chú"),
}


def choose(found: Sequence[Found], standings: Mapping[str, Standing]) -> Found:
    """The table of tables, and the one of them that is looked at below."""
    st.subheader(_summary(found, standings), anchor=False)
    by_key = {one.key: one for one in found}
    if st.session_state.get(_CHOSEN) not in by_key:
        st.session_state[_CHOSEN] = _first(found, standings)
    wanted = _filtered(standings)
    shown = [one for one in found if standings[one.key].state in wanted]
    tables.table(
        pd.DataFrame([_row(one, standings[one.key]) for one in shown], columns=list(_COLUMNS)),
        _COLUMNS,
        alt="Các bảng tìm thấy trong các tệp đã thả, mỗi bảng một dòng",
        key="cac-bang",
        on_pick=lambda position: _pick(shown[position].key),
        wide=True,
    )
    chosen = st.selectbox(
        "Bảng đang xem (bấm một dòng ở trên, hoặc chọn ở đây)",
        list(by_key),
        format_func=lambda key: _label(by_key[key], standings[key]) if key in by_key else key,
        key=_CHOSEN,
        filter_mode="contains",
        persist_state="session",
    )
    return by_key[chosen]


def _summary(found: Sequence[Found], standings: Mapping[str, Standing]) -> str:
    files = len({one.file for one in found})
    readable = sum(one.readable for one in found)
    ready = standing.count(standings.values(), READY)
    return (
        f"{vietnamese.integer(files)} tệp, {vietnamese.integer(readable)} bảng: "
        f"{vietnamese.integer(ready)} bảng sẵn sàng ghi"
    )


def _filtered(standings: Mapping[str, Standing]) -> tuple[str, ...]:
    """The states to show; of a few tables, all."""
    choices = {
        "Tất cả": tuple(standing.STATES),
        "Cần xem": ATTENTION,
        "Sẵn sàng": (READY,),
        "Đã nạp": ("loaded", "current"),
    }
    if len(standings) <= _FEW:
        return choices["Tất cả"]
    counts = {word: standing.count(standings.values(), *of) for word, of in choices.items()}
    chosen = st.segmented_control(
        "Lọc",
        list(choices),
        default="Tất cả",
        format_func=lambda word: f"{word} ({vietnamese.integer(counts[word])})",
        key=_FILTER,
        label_visibility="collapsed",
        required=True,
    )
    return choices[str(chosen)]


def _row(found: Found, of: Standing) -> dict[str, object]:
    table = found.table
    return {
        "file": f"▶ {table.file}" if found.key == st.session_state[_CHOSEN] else table.file,
        "state": of.words,
        "sheet": table.sheet or "",
        "kind": kind_label(table.kind) if found.readable else "",
        "index": table.index or "",
        "organisation": table.organisation.name if table.organisation else "",
        "year": str(table.year or ""),
        "rows": table.rows,
        **{severity: problems.count(of.problems, severity) for severity in problems.SEVERITIES},
    }


def _label(found: Found, of: Standing) -> str:
    table = found.table
    known = (table.index, table.organisation and table.organisation.name, table.year)
    what = " ".join(str(part) for part in known if part)
    return " · ".join(part for part in (standing.place(found), what, of.words) if part)


def _first(found: Sequence[Found], standings: Mapping[str, Standing]) -> str:
    """The first table that somebody must look at, else the first."""
    waiting = (one.key for one in found if standings[one.key].state in ATTENTION)
    return next(waiting, found[0].key)


def _pick(key: str) -> None:
    st.session_state[_CHOSEN] = key
