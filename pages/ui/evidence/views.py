"""The ways to look at the evidence: by criterion, piece by piece, beside a table's own words."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui import choices, sources, tables
from pages.ui.drill import CODE
from pages.ui.evidence import from_file
from pages.ui.evidence.shown import Shown
from pages.ui.plain_text import literal
from pages.ui.tasks.words import TASK, go
from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence_entry import differing_days
from scoring.analysis.questions import Row
from scoring.text.format import MISSING, integer
from scoring.text.moments import shown_moment

VIEW = "xem"
BY_CRITERION, LIST, IMPORT = "tieu-chi", "danh-sach", "tu-bang"
_CRITERIA = {
    "code": tables.text("Mã", width=64),
    "short_title": tables.text("Tiêu chí", width="medium"),
    "lost_points": tables.of_points("Bị mất"),
    "word": tables.text("Minh chứng", width=170),
    "documents": tables.text("Văn bản", width=300),
    "lead": tables.text("Chủ trì", width=250),
}
_PIECES = {
    "word": tables.text("Tình trạng", width=130),
    "number": tables.text("Số văn bản", width="medium"),
    "issued": tables.text("Ngày", width=100),
    "section": tables.text("Mục", width=90),
    "page": tables.text("Trang", width=80),
    "about": tables.text("Tiêu chí, nhiệm vụ", width="large"),
    "remark": tables.text("Ghi chú", width="medium"),
    "told": tables.text("Người ghi", width="medium"),
}


def choose(shown: Shown) -> str:
    """How the evidence is looked at; of tasks alone there is only the list."""
    names = {LIST: f"Danh sách ({integer(len(shown.pieces))})"}
    if shown.scope.score_batch is not None:
        names = {BY_CRITERION: "Theo tiêu chí", **names, IMPORT: "Từ bảng tự chấm"}
    return choices.one_of("Cách xem", VIEW, names, usual=next(iter(names)))


def show(shown: Shown, view: str, leaves: pd.DataFrame) -> None:
    """The chosen view; `leaves` are the criteria that are asked for."""
    if view == IMPORT:
        from_file.show(shown)
    elif view == LIST:
        _pieces(shown)
    else:
        _criteria(leaves)


def _criteria(leaves: pd.DataFrame) -> None:
    if leaves.empty:
        st.info(
            "Không tiêu chí mất điểm nào khớp các điều kiện đang chọn.",
            icon=":material/filter_list:",
        )
        return
    st.caption("Bấm một dòng để xem, ghi thêm hay sửa minh chứng của tiêu chí.")
    given = zip(leaves["code"], leaves["given_to"], leaves["pieces"], strict=True)
    states = zip(leaves["state"], leaves["kind"], strict=True)
    tables.table(
        leaves.assign(
            word=[said.state({"state": state, "kind": kind}) for state, kind in states],
            documents=[_documents(*one) for one in given],
            lead=leaves["lead"].fillna(MISSING),
        ),
        _CRITERIA,
        alt="Các tiêu chí mất điểm, nhiều nhất trước, với trạng thái minh chứng và văn bản",
        key="bang-minh-chung",
        on_pick=lambda at: go(CODE, leaves["code"].iloc[at]),
        wide=True,
    )
    sources.caption(leaves)
    st.caption(said.RULE)


def _documents(code: str, given_to: str, pieces: Sequence[Row]) -> str:
    above = f"(ghi ở {given_to}) " if given_to not in ("", code) else ""
    return above + said.documents(pieces)


def _pieces(shown: Shown) -> None:
    if not shown.rows:
        st.info(
            "Chưa ghi minh chứng nào.",
            icon=":material/info:",
        )
        return
    for note in said.differing(differing_days(shown.pieces)):
        st.warning(literal(note), icon=":material/event_busy:")
    st.caption("Bấm một dòng để sửa hoặc gỡ minh chứng.")
    tables.table(
        pd.DataFrame([_written(shown, row) for row in shown.rows]),
        _PIECES,
        alt="Từng minh chứng đã ghi: số văn bản, ngày, mục, trang, của tiêu chí hay nhiệm vụ nào",
        key="bang-van-ban",
        on_pick=lambda at: _open(shown.rows[at]),
        wide=True,
    )


def _written(shown: Shown, piece: Row) -> dict[str, str]:
    return {
        "word": said.STATUSES[piece["status"]],
        "number": piece["number"] or MISSING,
        "issued": said.day(piece["issued"]) or MISSING,
        "section": piece["section"] or MISSING,
        "page": piece["page"] or MISSING,
        "about": _about(shown, piece),
        "remark": piece["remark"] or "",
        "told": f"{piece['who'] or 'không ghi tên'}, {shown_moment(piece['decided_at'])}",
    }


def _about(shown: Shown, piece: Row) -> str:
    """The criterion, and the task where it is one's; what counts for none here says so."""
    code = piece["counts_for"]
    criterion = (shown.code_title(code) or f"{code} (bảng không in)") if code else ""
    if piece["task"] is None:
        return criterion or f"{piece['index_name']} {piece['code']}"
    return f"Nhiệm vụ: {piece['task_title']} ({criterion or 'không gắn tiêu chí năm này'})"


def _open(piece: Row) -> None:
    key, to = (CODE, piece["code"]) if piece["task"] is None else (TASK, piece["task"])
    go(key, to)
