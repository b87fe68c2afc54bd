"""Taking a batch back and bringing one back: each asks first, says who, and tells what it did."""

from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from pages.ui import answers, sources, who
from pages.ui.importing import difference
from pages.ui.kinds import kind_label
from pages.ui.plain_text import literal
from scoring.store import AlreadyUndone, StoreError
from scoring.text import format as vietnamese
from scoring.text.moments import shown_moment

CHOSEN = "lan_nap_chon"  # which batch is looked at

_TOLD = "da_hoan_tac"
_WHO = "nguoi_lam"


def offer(batch: pd.Series) -> None:
    """The buttons that fit the batch's state."""
    undone = not pd.isna(batch["undone_at"])
    if not undone and st.button("Hoàn tác…", icon=":material/undo:", key="hoan_tac"):
        _confirm_undo(batch)
    current = not undone and batch["is_current"]
    if not current and st.button(
        "Khôi phục…", icon=":material/settings_backup_restore:", key="khoi_phuc"
    ):
        _confirm_restore(batch)


def told() -> None:
    """What the last of these buttons did."""
    sentence = st.session_state.pop(_TOLD, None)
    if sentence:
        st.info(sentence, icon=":material/history:")


@st.dialog("Hoàn tác lần nạp này?", icon=":material/undo:")
def _confirm_undo(batch: pd.Series) -> None:
    _describe(batch)
    if batch["is_current"]:
        effect = (
            "Lần nạp này thôi được tính; lần nạp trước của cùng bảng, nếu có, trở lại hiện hành."
        )
    else:
        effect = "Lần nạp này không hiện hành nên số liệu đang xem không đổi."
    st.markdown(f"{effect} Số liệu và tệp gốc vẫn được giữ trong lịch sử, khôi phục được.")
    _buttons("Hoàn tác", "dong_y_hoan_tac", _undo, batch)


@st.dialog("Khôi phục lần nạp này?", icon=":material/settings_backup_restore:")
def _confirm_restore(batch: pd.Series) -> None:
    _describe(batch)
    st.markdown(
        "Số liệu, tệp gốc, các vấn đề và các ô đã sửa được ghi lại thành một lần nạp mới, và lần "
        f"nạp mới này thành hiện hành. {_beside_current(batch)}"
    )
    _buttons("Khôi phục", "dong_y_khoi_phuc", _restore, batch)


def _describe(batch: pd.Series) -> None:
    st.markdown(
        f"**{literal(batch['index_name'])} {literal(batch['organisation_name'])} "
        f"{batch['year']}** · {vietnamese.integer(batch['row_count'])} dòng · "
        f"{kind_label(batch['kind'])}  \n"
        f"{literal(sources.place(batch['file_name'], batch['sheet']))}  \n"
        f"Nạp lúc {shown_moment(batch['loaded_at'])} · {literal(batch['batch'])}"
    )


def _beside_current(batch: pd.Series) -> str:
    """What would change of the data that are current."""
    key = ("kind", "index_name", "organisation", "level", "year", "plan")
    found = answers.ask("current_of", **{name: _plain(batch[name]) for name in key})
    if found.empty:
        return "Hiện không có số liệu nào của bảng này."
    changes = answers.batch_changes(str(found["batch"].iloc[0]), str(batch["batch"]))
    if changes.empty:
        return "Số liệu giống hệt số liệu hiện hành."
    return (
        f"So với số liệu hiện hành: {difference.counted(changes)}. "
        "Lần nạp đang hiện hành vẫn còn trong lịch sử."
    )


def _plain(value: object) -> object:
    return value.item() if hasattr(value, "item") else value


def _buttons(label: str, key: str, act: Callable[[pd.Series], None], batch: pd.Series) -> None:
    who.ask_again(_WHO)
    with st.container(horizontal=True):
        agreed = st.button(label, type="primary", key=key, on_click=act, args=(batch,))
        if agreed or st.button("Giữ nguyên", key="giu_lai"):
            st.rerun()


def _undo(batch: pd.Series) -> None:
    try:
        answers.store().undo(batch["batch"], now=datetime.now(UTC), who=_who())
    except AlreadyUndone:
        said = f"Lần nạp {literal(batch['batch'])} đã được hoàn tác ở nơi khác."
    except KeyError:
        said = f"Không còn lần nạp {literal(batch['batch'])} trong kho."
    except StoreError as refused:
        said = literal(refused)
    else:
        place = sources.place(batch["file_name"], batch["sheet"])
        said = f"Đã hoàn tác lần nạp {literal(batch['batch'])} ({literal(place)})."
        st.session_state.pop(CHOSEN, None)
    _tell(said)


def _restore(batch: pd.Series) -> None:
    try:
        done = answers.store().restore(batch["batch"], now=datetime.now(UTC), who=_who())
    except KeyError:
        said = f"Không còn lần nạp {literal(batch['batch'])} trong kho."
    except StoreError as refused:
        said = literal(refused)
    else:
        place = literal(sources.place(batch["file_name"], batch["sheet"]))
        said = f"Đã khôi phục {place} thành lần nạp mới {literal(done.batch)}."
        if done.already:
            said = f"Không cần khôi phục: số liệu này đang là lần nạp {literal(done.batch)}."
        st.session_state[CHOSEN] = done.batch
    _tell(said)


def _who() -> str:
    """The name in the dialog: typed just now, it has not reached the page's own field yet."""
    return str(st.session_state.get(_WHO, who.name())).strip()


def _tell(sentence: str) -> None:
    answers.forget()
    st.session_state[_TOLD] = sentence
