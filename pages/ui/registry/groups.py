"""Groups that lead: who is meant by each, as a person decides."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, tables, who
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.registry.head import Book
from pages.ui.tasks.words import go, say
from pages.ui.today import today
from pages.ui.units.members import GROUP
from scoring.analysis.messages import registry as said
from scoring.analysis.plans.loads import loads
from scoring.analysis.plans.registry import likely_members
from scoring.analysis.questions import Row, records
from scoring.store import GroupMeaning
from scoring.text.format import integer
from scoring.text.moments import shown_moment
from scoring.text.words import sort_key

_MEANINGS = {
    "members": "Các thành viên",
    "focal": "Một đầu mối",
    "group": "Không chỉ riêng ai",
}
_COLUMNS = {
    "unit": tables.text("Nhóm", width=280),
    "meaning": tables.text("Được hiểu là", width=200),
    "led": tables.of_count("Chủ trì (nhiệm vụ)"),
    "coordinated": tables.of_count("Phối hợp (nhiệm vụ)"),
    "shared": tables.of_points("Điểm: chia đều"),
    "printed": tables.text("Như in trong tệp", width=300),
}


def show(scope: Scope, book: Book) -> None:
    """All groups with what each leads, and the form of the chosen one."""
    if not book.groups:
        st.info("Không bảng nào giao việc cho một nhóm đơn vị.", icon=":material/info:")
        return
    decided = {row["unit_group"]: row for row in records(book.meanings)}
    rows = _rows(scope, book, decided)
    undecided = sum(group not in decided for group in book.groups)
    st.markdown(
        f"**{integer(undecided)} trên {integer(len(book.groups))} nhóm chưa quyết định là ai.** "
        "Nhóm không nêu đích danh ai; chọn thành viên hoặc một đầu mối để tính phần việc cho từng "
        "đơn vị (nút **Tính cả nhóm** ở trang Đơn vị)."
    )
    chosen = _chosen(book, decided)
    _form(scope, book, chosen, decided.get(chosen))
    st.caption("Mọi nhóm, chủ trì nhiều việc nhất trước; bấm một dòng để chọn nhóm.")
    tables.table(
        rows,
        _COLUMNS,
        alt="Các nhóm đơn vị, chủ trì nhiều việc nhất trước",
        key="bang-nhom",
        on_pick=lambda row: go(GROUP, str(rows["unit"].iloc[row])),
        wide=True,
    )


def _chosen(book: Book, decided: dict[str, Row]) -> str:
    """The group in the address, else the first one that nobody decided about."""
    waiting = [group for group in book.groups if group not in decided]
    asked = choices.asked(GROUP, set(book.groups), "nhóm")
    st.session_state[GROUP] = asked or (waiting or book.groups)[0]
    return str(
        st.selectbox(
            "Nhóm",
            book.groups,
            key=GROUP,
            format_func=lambda group: f"{group} ({said.meaning(decided.get(group))})",
            on_change=lambda: go(GROUP, st.session_state[GROUP]),
        )
    )


def _rows(scope: Scope, book: Book, decided: dict[str, Row]) -> pd.DataFrame:
    board = answers.board(scope.organisation, today())
    carried = loads(board, answers.task_units(scope.organisation)).set_index("unit")
    printed = book.units.set_index("unit")["spellings"]
    return pd.DataFrame(
        [
            {
                "unit": group,
                "meaning": said.meaning(decided.get(group)),
                "led": carried["led"].get(group, 0),
                "coordinated": carried["coordinated"].get(group, 0),
                "shared": carried["shared"].get(group, 0.0),
                "printed": said.spellings(printed.get(group, [])),
            }
            for group in book.groups
        ]
    )


def _form(scope: Scope, book: Book, group: str, row: Row | None) -> None:
    key = f"nhom-{scope.organisation}-{group}"
    with st.container(border=True):
        st.markdown(f"**{literal(group)}** là ai trong các kế hoạch của {literal(scope.name)}?")
        _last(row)
        likely = _likely(scope, book, group)
        meaning = st.segmented_control(
            "Được hiểu là",
            list(_MEANINGS),
            default=row["meaning"] if row else ("members" if likely else "group"),
            key=f"{key}-nghia",
            format_func=_MEANINGS.__getitem__,
            required=True,
        )
        units = _units(book, key, str(meaning), row, likely)
        _save(scope, group, str(meaning), units, key)


def _last(row: Row | None) -> None:
    if row is None:
        st.caption("Chưa ai quyết định; các thành viên dưới đây chỉ là đề xuất.")
        return
    by = row["who"] or "không ghi tên"
    st.caption(literal(f"Đang là {said.meaning(row)} · {by} · {shown_moment(row['decided_at'])}"))


def _likely(scope: Scope, book: Book, group: str) -> list[str]:
    below = answers.ask("organisations_below", organisation=scope.organisation)
    years = book.spelled.loc[book.spelled["unit"] == group, "year"]
    on = date(int(years.max()), 12, 31) if len(years) else today()
    named = book.units.loc[~book.units["unit_group"].astype(bool), "unit"]
    return likely_members(group, named, below, book.names, on)


def _units(book: Book, key: str, meaning: str, row: Row | None, likely: list[str]) -> list[str]:
    """The units chosen for a meaning; those of the place and its plans are offered first."""
    if meaning == "group":
        st.caption("Việc của nhóm vẫn tính cho nhóm, không cho đơn vị nào.")
        return []
    before = row["units"].splitlines() if row and row["meaning"] == meaning else []
    named = book.units.loc[~book.units["unit_group"].astype(bool), "unit"]
    known = sorted(book.names.names - book.names.groups, key=sort_key)
    options = list(dict.fromkeys([*before, *likely, *named, *known]))
    if meaning == "members":
        return st.multiselect(
            "Thành viên",
            options,
            default=before or likely,
            key=f"{key}-thanh-vien",
            accept_new_options=True,
            filter_mode="contains",
            placeholder="Chọn hoặc gõ tên đơn vị",
            help="Đề xuất từ các cơ quan trực thuộc và các đơn vị mà kế hoạch nêu.",
        )
    one = st.selectbox(
        "Đơn vị đầu mối",
        options,
        index=0 if before else None,
        key=f"{key}-dau-moi",
        accept_new_options=True,
        filter_mode="contains",
        placeholder="Chọn hoặc gõ tên đơn vị",
    )
    return [one] if one else []


def _save(scope: Scope, group: str, meaning: str, units: list[str], key: str) -> None:
    told = [" ".join(unit.split()) for unit in units if unit.strip() and unit.strip() != group]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who.ask_again(f"{key}-nguoi")
        st.button(
            "Ghi",
            icon=":material/save:",
            type="primary",
            key=f"{key}-ghi",
            disabled=meaning != "group" and not told,
            on_click=_decide,
            args=(scope.organisation, group, meaning, told),
        )


def _decide(organisation: str, group: str, meaning: str, units: list[str]) -> None:
    decision = GroupMeaning(organisation, group, meaning, "\n".join(units))  # type: ignore[arg-type]
    say([decision], f"Đã ghi “{group}”: {_MEANINGS[meaning].lower()}")
