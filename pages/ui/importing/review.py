"""One table: which it is, what is wrong and where, mending it, and writing it."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import problems, who
from pages.ui.importing import (
    criteria_form,
    decimal_sign,
    difference,
    identity,
    mapping,
    marked,
    mending,
    outcome,
    preview,
    unit_readings,
)
from pages.ui.importing.dropped import Found
from pages.ui.importing.standing import Standing
from pages.ui.plain_text import literal
from scoring.ingest.problems import Problem
from scoring.ingest.table import Table
from scoring.text import format as vietnamese


def show(found: Found, standing: Standing, of_file: Sequence[Found], *, alone: bool) -> None:
    """Everything of one table; `of_file` are all tables of its file; `alone`: there is no other."""
    st.subheader(literal(found.table.file), anchor=False)
    st.caption(_holds(of_file))
    marked.since(of_file)
    with st.container(border=True):
        if not found.readable:
            problems.show(standing.problems, key=f"{found.key}-van-de")
            return
        _one(found, standing, of_file)
        if found.table.kind == "criteria":
            _criteria(found)
            return
        difference.show(found, standing)
        if alone and not standing.to_do:
            who.ask()
        _write(found, standing)


def _one(found: Found, standing: Standing, of_file: Sequence[Found]) -> None:
    st.markdown(_heading(found.table))
    identity.choose(found)
    decimal_sign.ask(found, of_file)
    _counters(found.table, standing.problems)
    problems.show(standing.problems, key=f"{found.key}-van-de")
    mending.show(found, standing, of_file)
    mapping.offer(found)
    unit_readings.offer(found)
    preview.show(found.table, key=f"{found.key}-xem")
    marked.offer(of_file)


def _criteria(found: Found) -> None:
    criteria_form.show(found.table, found.content, key=f"{found.key}-bo")


def _holds(of_file: Sequence[Found]) -> str:
    readable = sum(one.readable for one in of_file)
    if not readable:
        return "Không đọc được bảng nào trong tệp này; không có gì được ghi."
    return f"Tìm thấy {readable} bảng. Số liệu chỉ được ghi khi bấm «Ghi dữ liệu»."


def _heading(table: Table) -> str:
    rows = vietnamese.integer(table.rows)
    return f"**{literal(table.sheet)}** · bảng từ ô {literal(table.anchor)} · {rows} dòng"


def _counters(table: Table, found: Sequence[Problem]) -> None:
    doubtful = {one.row for one in found if one.severity != "note"}
    clean = (~table.frame["row"].isin(doubtful)).sum() if table.rows else 0
    with st.grid(4, min_column_width=110, gap="small"):
        st.metric("Dòng sạch", vietnamese.integer(clean))
        for severity, (icon, word) in problems.SEVERITIES.items():
            number = problems.count(found, severity)
            st.metric(f"{icon} {word}", vietnamese.integer(number))


def _write(found: Found, standing: Standing) -> None:
    """The button, or why it cannot be pressed."""
    key = f"{found.key}-ghi"
    if standing.to_do:
        st.button("Ghi dữ liệu", disabled=True, key=key, icon=":material/save:")
        to_do = literal("; ".join(standing.to_do))
        st.caption(f":material/block: Chưa ghi được bảng này: {to_do}.")
        return
    if standing.twins:
        others = literal("; ".join(standing.twins))
        st.warning(
            f"Trong các tệp vừa thả có bảng khác của cùng cơ quan, chỉ số và năm: {others}. "
            + (
                "Hai bảng ghi khác nhau; bảng ghi sau thay cho bảng ghi trước. Chỉ ghi bảng đúng."
                if standing.state == "twice"
                else "Số liệu giống nhau; ghi một bảng là đủ."
            ),
            icon=":material/content_copy:",
        )
    st.button(
        "Ghi dữ liệu",
        type="primary",
        icon=":material/save:",
        key=key,
        on_click=outcome.write_found,
        args=(key, [found]),
    )
    outcome.show(key)
