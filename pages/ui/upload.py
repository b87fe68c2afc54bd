"""What a dropped file holds, what is wrong with it, and writing it once the user says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from pages.ui import answers, identity, outcome, preview, problems
from pages.ui.plain_text import literal
from scoring.ingest.said import Said
from scoring.ingest.table import Table
from scoring.settings import settings
from scoring.text import format as vietnamese


@dataclass(frozen=True)
class Found:
    """One table of one dropped file, with the bytes it came from."""

    key: str
    content: bytes
    table: Table


def drop() -> tuple[tuple[Found, ...], ...]:
    """The uploader, and the tables of each file in it."""
    files = st.file_uploader(
        "Thả một hoặc nhiều tệp bảng tính (.xlsx, .xlsm, .xls, .xlsb, .ods)",
        accept_multiple_files=True,
        max_upload_size=settings().max_file_mb,
        key="tep",
        help="Chưa có gì được ghi cho đến khi bấm «Ghi dữ liệu».",
    )
    return tuple(_found(file.file_id, file.name, file.getvalue()) for file in files or ())


def review(files: Iterable[Sequence[Found]]) -> None:
    """For each file its tables: what was read, what is wrong, and the button that writes it."""
    ready: list[Found] = []
    for tables in files:
        st.subheader(literal(tables[0].table.file), anchor=False)
        st.caption(_holds(tables))
        for found in tables:
            with st.container(border=True):
                corrected = _one(found)
            ready += [] if obstacles(corrected.table) else [corrected]
    if len(ready) > 1:
        _button(ready, f"Ghi cả {len(ready)} bảng", key="ghi-tat-ca")


def obstacles(table: Table) -> list[str]:
    """What keeps a table from being written, each as something to do."""
    wrong = problems.count(table.problems, "error")
    found = [
        (table.kind is None, "chọn loại bảng"),
        (table.index is None, "chọn chỉ số"),
        (table.organisation is None, "chọn cơ quan, địa phương"),
        (table.year is None, "chọn năm đánh giá"),
        (wrong > 0, f"sửa {wrong} lỗi trong tệp rồi thả lại"),
    ]
    told = [to_do for present, to_do in found if present]
    return told or ([] if table.loadable else ["sửa các vấn đề nêu trên"])


def _found(file_id: str, name: str, content: bytes) -> tuple[Found, ...]:
    tables = answers.tables(name, content)
    return tuple(Found(f"{file_id}-{n}", content, table) for n, table in enumerate(tables))


def _corrected(found: Found, said: Said) -> Table:
    if said == Said():
        return found.table
    return answers.corrected(found.key, said, found.table, found.content)


def _holds(tables: Sequence[Found]) -> str:
    readable = sum(_has_table(found.table) for found in tables)
    if not readable:
        return "Không đọc được bảng nào trong tệp này; không có gì được ghi."
    return f"Tìm thấy {readable} bảng. Số liệu chỉ được ghi khi bấm «Ghi dữ liệu»."


def _has_table(table: Table) -> bool:
    return table.kind is not None or table.rows > 0


def _one(found: Found) -> Found:
    if not _has_table(found.table):
        problems.show(found.table.problems, key=f"{found.key}-van-de")
        return found
    st.markdown(_heading(found.table))
    table = _corrected(found, identity.choose(found.table, key=found.key))
    corrected = Found(found.key, found.content, table)
    _counters(table)
    problems.show(table.problems, key=f"{found.key}-van-de")
    preview.show(table, key=f"{found.key}-xem")
    _offer(corrected)
    return corrected


def _heading(table: Table) -> str:
    rows = vietnamese.integer(table.rows)
    return f"**{literal(table.sheet)}** · bảng từ ô {literal(table.anchor)} · {rows} dòng"


def _counters(table: Table) -> None:
    doubtful = {found.row for found in table.problems if found.severity != "note"}
    clean = (~table.frame["row"].isin(doubtful)).sum() if table.rows else 0
    with st.grid(4, min_column_width=110, gap="small"):
        st.metric("Dòng sạch", vietnamese.integer(clean))
        for severity, (icon, word) in problems.SEVERITIES.items():
            found = problems.count(table.problems, severity)
            st.metric(f"{icon} {word}", vietnamese.integer(found))


def _offer(found: Found) -> None:
    """The button, or why it cannot be pressed."""
    to_do = obstacles(found.table)
    if to_do:
        st.button("Ghi dữ liệu", disabled=True, key=f"{found.key}-ghi", icon=":material/save:")
        st.caption(f":material/block: Chưa ghi được bảng này: {literal('; '.join(to_do))}.")
        return
    _button([found], "Ghi dữ liệu", key=f"{found.key}-ghi")


def _button(tables: Sequence[Found], label: str, *, key: str) -> None:
    st.button(
        label,
        type="primary",
        icon=":material/save:",
        key=key,
        on_click=outcome.write,
        args=(key, [(found.table, found.content) for found in tables]),
    )
    outcome.show(key)
