"""Which column holds which figure? As the header was understood, to be chosen otherwise."""

from collections.abc import Mapping

import streamlit as st

from pages.ui import answers
from pages.ui.cell_text import short
from pages.ui.importing import original, saying
from pages.ui.importing.dropped import Found
from pages.ui.importing.fields import field_label
from pages.ui.plain_text import literal
from scoring.ingest.finding.forms import FORMS

NONE = ""
_LONGEST = 60  # characters of a header


def offer(found: Found) -> None:
    """A choice of column for every field of this kind of table; folded while nothing lacks."""
    fields = _fields(found.table.kind)
    lacks = any(one.code == "column-missing" for one in found.table.problems)
    fold = st.expander(
        f"Các cột của bảng ({len(found.table.columns)} cột đã nhận ra)",
        icon=":material/view_column:",
        key=f"{found.key}-cot",
        expanded=lacks or bool(found.said.columns),
        on_change="rerun",
    )
    if not fold.open:
        return
    texts = _texts(found)
    with fold:
        st.caption(
            "Mỗi số liệu lấy từ cột nào của tệp. Cột chọn ở đây được nhớ cho tệp sau có cùng "
            "hàng tiêu đề."
        )
        with st.grid(4, min_column_width=210):
            for field in fields:
                _choice(found, field, texts)
        _unused(found, texts)


def _fields(kind: str | None) -> tuple[str, ...]:
    return next((form.fields for form in FORMS if form.kind == kind), ())


def _texts(found: Found) -> Mapping[str, str]:
    """The columns to choose from, each with what stands above it."""
    sheet = answers.sheets(found.file, found.table.file, found.content).get(found.table.sheet or "")
    if sheet is None:
        return {}
    area = original.area(sheet, found.table, [])
    above = original.header_texts(sheet, area)
    return {letter: above.get(letter, "") for letter in area.letters}


def _choice(found: Found, field: str, texts: Mapping[str, str]) -> None:
    said = dict(found.said.columns)
    proposed = found.proposed.columns.get(field, NONE)
    now = said.get(field, proposed)
    options = [NONE, *dict.fromkeys([*texts, *filter(None, (now, proposed))])]
    state = f"{found.key}-cot-{field}"
    st.session_state[state] = now
    st.selectbox(
        field_label(field),
        options,
        format_func=lambda letter: _label(letter, texts),
        key=state,
        filter_mode=None,
        on_change=_follow,
        args=(found, field, state),
    )


def _follow(found: Found, field: str, state: str) -> None:
    """Keep a column said; as the header itself says is nothing said."""
    letter = str(st.session_state[state] or NONE)
    said = {name: at for name, at in found.said.columns if name != field}
    if letter != found.proposed.columns.get(field, NONE):
        said[field] = letter
    saying.change(found.key, columns=tuple(said.items()))


def _unused(found: Found, texts: Mapping[str, str]) -> None:
    """The columns with a header that nothing is read from."""
    used = set(found.table.columns.values())
    rest = [_label(letter, texts) for letter in texts if letter not in used and texts[letter]]
    if rest:
        st.caption(f"Cột không dùng: {literal('; '.join(rest))}.")


def _label(letter: str, texts: Mapping[str, str]) -> str:
    if letter == NONE:
        return "(không có)"
    text = " ".join(texts.get(letter, "").split())
    return f"{letter} · {short(text, _LONGEST)}" if text else f"{letter} · (không có tiêu đề)"
