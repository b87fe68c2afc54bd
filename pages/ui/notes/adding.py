"""A new note: on the year, on a criterion or factor, on a unit; or a meeting's conclusion."""

from collections.abc import Callable

import streamlit as st

from pages.ui import answers, who
from pages.ui.filters import Scope
from pages.ui.notes.words import LONGEST, new_id, say
from pages.ui.plan_editor.grid import unit_names
from scoring.analysis.questions import records
from scoring.store import Remark

Criterion = tuple[str, str]  # index, code
_KEY = "ghi-chu-moi"
_WHOLE_YEAR: Criterion = ("", "")


def offer(scope: Scope, *, expanded: bool) -> None:
    """The folded form; open while there are no notes."""
    fold = st.expander("Thêm ghi chú hoặc kết luận họp", icon=":material/add:", expanded=expanded)
    with fold, st.form(f"{_KEY}-{scope.organisation}", border=False):
        text_area(_KEY)
        criteria = _criteria(scope)
        with st.grid(2, min_column_width=260):
            st.selectbox(
                "Về tiêu chí, yếu tố",
                list(criteria),
                format_func=criteria.__getitem__,
                key=f"{_KEY}-tieu-chi",
                filter_mode="contains",
            )
            st.selectbox(
                "Về đơn vị",
                unit_names(),
                index=None,
                placeholder="Không nêu đơn vị; gõ để tìm hoặc nhập tên mới",
                accept_new_options=True,
                key=f"{_KEY}-don-vi",
                filter_mode="contains",
            )
        conclusion(_KEY)
        st.form_submit_button(
            "Ghi", type="primary", icon=":material/save:", on_click=_add, args=(scope,)
        )
    with fold:
        who.ask_again(f"{_KEY}-nguoi")


def text_area(key: str, text: str = "", *, changed: Callable[[], None] | None = None) -> None:
    """The field of a note's words; `changed` is called with every change outside of a form."""
    st.text_area("Nội dung", value=text, key=f"{key}-loi", max_chars=LONGEST, on_change=changed)


def typed(key: str) -> str:
    """What stands in the field of this key."""
    return str(st.session_state[f"{key}-loi"])


def conclusion(key: str, *, value: bool = False) -> None:
    """Whether it is a meeting's conclusion."""
    st.checkbox("Là kết luận họp (để đưa vào kế hoạch)", value=value, key=f"{key}-ket-luan")


def add(key: str, remark: Remark) -> None:
    """Write the note that the fields of this key say; `remark` says what it is on."""
    text = typed(key).strip()
    if not text:
        st.toast("Chưa gõ nội dung ghi chú", icon=":material/warning:")
        return
    fields = vars(remark) | {"text": text, "conclusion": bool(st.session_state[f"{key}-ket-luan"])}
    say(Remark(**fields), "Đã ghi")
    st.session_state[f"{key}-loi"] = ""
    st.session_state[f"{key}-ket-luan"] = False


def _add(scope: Scope) -> None:
    index, code = st.session_state[f"{_KEY}-tieu-chi"]
    remark = Remark(
        id=new_id(),
        organisation=scope.organisation,
        year=scope.year,
        text="",
        index_name=index or None,
        code=code or None,
        unit=str(st.session_state[f"{_KEY}-don-vi"] or "").strip() or None,
    )
    add(_KEY, remark)


def _criteria(scope: Scope) -> dict[Criterion, str]:
    """The criteria and factors of the year's own tables."""
    stakes = answers.ask("tasks_stakes", organisation=scope.organisation)
    own = stakes[(stakes["organisation"] == scope.organisation) & (stakes["year"] == scope.year)]
    named = {
        (row["index_name"], row["code"]): f"{row['index_name']} {row['code']} {row['title']}"
        for row in records(own)
    }
    return {_WHOLE_YEAR: f"Cả năm {scope.year}"} | named
