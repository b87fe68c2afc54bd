"""Ghép tiêu chí: which criteria of two years go together, as proposed and as people decided."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui import tables, who
from pages.ui.plain_text import literal
from pages.ui.years import linking, words
from scoring.analysis.messages import years_parts as said_parts
from scoring.analysis.years.comparison import Comparison
from scoring.analysis.years.matches import DROPPED, NEW, UNPRINTED, Match
from scoring.analysis.years.tables import YearTable
from scoring.text.format import MISSING, integer, number, points
from scoring.text.moments import shown_moment

_ASKED_AT_ONCE = 5
_ALONE = (NEW, DROPPED, UNPRINTED)


def show(compared: Comparison) -> None:
    """The doubtful proposals first; then linking by hand, the decisions, the unmatched, all."""
    st.subheader("Ghép tiêu chí", anchor=False)
    alone = [one for one in compared.matches if one.relation in _ALONE]
    st.caption(
        f"{integer(len(compared.matches))} dòng ghép giữa năm {compared.before.year} và năm "
        f"{compared.after.year}, đề xuất theo mã và tên; quyết định của người dùng luôn đi trước "
        "và được giữ lại cùng tên người, thời điểm."
    )
    who.ask_again("ghep_nguoi")
    doubtful, by_hand, decided, unmatched, every = st.tabs(
        [
            f"Chưa chắc ({integer(len(compared.doubtful))})",
            "Ghép tay",
            f"Đã quyết định ({integer(len(compared.words))})",
            f"Không có cặp ({integer(len(alone))})",
            "Tất cả",
        ]
    )
    with doubtful:
        _doubts(compared)
    with by_hand:
        linking.form(compared)
    with decided:
        _decided(compared)
    with unmatched:
        _table(compared, alone, "Tiêu chí chỉ có ở một năm")
    with every:
        _table(compared, compared.matches, "Mọi cặp tiêu chí của hai năm")


def _doubts(compared: Comparison) -> None:
    asked = compared.doubtful
    if not asked:
        st.caption("Không có cặp nào chưa chắc.")
        return
    for number_, match in enumerate(asked[:_ASKED_AT_ONCE]):
        with st.container(border=True, key=f"cap-{number_}"):
            _doubt(compared, match, number_)
    if len(asked) > _ASKED_AT_ONCE:
        st.caption(f"Còn {integer(len(asked) - _ASKED_AT_ONCE)} chỗ nữa, xem ở thẻ Tất cả.")
    if len(asked) > 1:
        st.button(
            f"Đúng cả {integer(len(asked))} chỗ như đề xuất",
            icon=":material/done_all:",
            key="dung-ca",
            on_click=words.confirm,
            args=(compared, asked),
        )


def _doubt(compared: Comparison, match: Match, place: int) -> None:
    before, after = compared.before.year, compared.after.year
    old, new = (
        words.named(table, codes)
        for table, codes in zip(_tables(compared), (match.old, match.new), strict=True)
    )
    st.markdown(
        f"**{before}:** {literal(old or 'không in')}  \n**{after}:** {literal(new or 'không in')}"
    )
    alike = f", tên giống {number(match.likeness, 0)}\u00a0%" if match.old and match.new else ""
    st.caption(literal(f"Đề xuất: {said_parts.RELATIONS[match.relation]}{alike}"))
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Đúng",
            icon=":material/check:",
            key=f"dung-{place}",
            on_click=words.confirm,
            args=(compared, (match,)),
        )
        st.button(
            words.refusal(match),
            icon=":material/close:",
            key=f"sai-{place}",
            on_click=words.refuse,
            args=(compared, match),
        )


def _decided(compared: Comparison) -> None:
    if not compared.words:
        st.caption("Chưa ai quyết định cặp nào.")
    for place, word in enumerate(compared.words):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            scope = ", dùng chung" if word.shared else ""
            by = word.who or "không ghi tên"
            when = shown_moment(word.decided_at) if word.decided_at else MISSING
            st.markdown(literal(f"{words.told(word)} · {by}, {when}{scope}"), width="stretch")
            st.button(
                "Bỏ quyết định",
                icon=":material/undo:",
                key=f"bo-{place}",
                on_click=words.take_back,
                args=(compared, word),
            )
    words.history(compared)


def _table(compared: Comparison, shown: Sequence[Match], alt: str) -> None:
    if not shown:
        st.caption("Mọi tiêu chí của hai năm đều có cặp.")
        return
    before, after = _tables(compared)
    rows = pd.DataFrame(
        {
            "old": [words.named(before, one.old) for one in shown],
            "new": [words.named(after, one.new) for one in shown],
            "relation": [_relation(one) for one in shown],
            "max_before": [_most(before, one.old) for one in shown],
            "max_after": [_most(after, one.new) for one in shown],
        }
    )
    columns = {
        "old": tables.text(f"Năm {compared.before.year}"),
        "new": tables.text(f"Năm {compared.after.year}"),
        "relation": tables.text("Quan hệ", width=130),
        "max_before": tables.Column(f"Chuẩn {compared.before.year}", points, width=90),
        "max_after": tables.Column(f"Chuẩn {compared.after.year}", points, width=90),
    }
    tables.table(rows, columns, alt=alt, wide=True)


def _relation(match: Match) -> str:
    mark = " ✓" if match.decided else " ?" if match.doubtful else ""
    return f"{said_parts.RELATIONS[match.relation]}{mark}"


def _most(table: YearTable, codes: Sequence[str]) -> float | None:
    return sum(table.by_code[code].max_points for code in codes) if codes else None


def _tables(compared: Comparison) -> tuple[YearTable, YearTable]:
    assert compared.tables is not None
    return compared.tables
