"""Which tables do the dropped files hold, as they are read with what the user said?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import streamlit as st

from pages.ui import answers
from pages.ui.importing import saying
from pages.ui.plain_text import literal
from scoring.ingest.said import NOTHING_SAID, Said
from scoring.ingest.table import Table
from scoring.settings import settings

_READ = "da_doc"  # which files were read already, so that only new ones show progress


@dataclass(frozen=True)
class Found:
    """One table of one dropped file, with the bytes it came from."""

    file: str  # tells files apart: the same bytes under the same name are one file
    key: str  # tells their tables apart
    content: bytes
    proposed: Table  # as its own texts say
    table: Table  # as it is read with what was said
    said: Said = NOTHING_SAID
    other_name: str | None = None  # typed for an organisation that no list has; '' while empty

    @property
    def readable(self) -> bool:
        """Whether there is a table at all."""
        return self.table.kind is not None or self.table.rows > 0


def drop() -> tuple[Found, ...]:
    """The uploader, and the tables of all files in it."""
    files = st.file_uploader(
        "Thả một hoặc nhiều tệp: bảng tính (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv) hoặc bảng "
        "trong tệp Word (.docx)",
        accept_multiple_files=True,
        max_upload_size=settings().max_file_mb,
        key="tep",
        help="Chưa có gì được ghi cho đến khi bấm nút ghi.",
    )
    if not files:
        st.caption(
            "Thả tệp → xem đọc được gì, sai ở ô nào → sửa ngay tại đây hoặc trong tệp → bấm ghi. "
            "Chưa có tệp: tải mẫu để điền, hoặc nạp dữ liệu mẫu bên dưới."
        )
    return _read(files or [])


def as_said(found: Found) -> Found:
    """The table as it is read with what the user says of it now."""
    said = saying.whole(found.file, found.key, found.proposed)
    name = saying.other_name(found.key)
    if said == NOTHING_SAID:
        return replace(found, table=found.proposed, said=said, other_name=name)
    table = answers.read_again(found.key, found.proposed, found.content, said)
    return replace(found, table=table, said=said, other_name=name)


def _read(files: Iterable[Any]) -> tuple[Found, ...]:
    """The files one after the other, each once; a word for those dropped twice."""
    contents = {_key(file.name, file.getvalue()): file for file in files}
    done: set[str] = st.session_state.setdefault(_READ, set())
    place = st.empty()
    found: list[Found] = []
    for number, (key, file) in enumerate(contents.items()):
        if key not in done:
            words = f"Đang đọc tệp {number + 1}/{len(contents)}: {literal(file.name)}"
            place.progress(number / len(contents), text=words)
        found += _tables(key, file.name, file.getvalue())
        done.add(key)
    place.empty()
    if len(contents) < len(list(files)):
        st.caption("Có tệp được thả hai lần; mỗi tệp chỉ được đọc một lần.")
    return tuple(found)


def _tables(key: str, name: str, content: bytes) -> list[Found]:
    return [
        as_said(Found(key, f"{key}-{number}", content, table, table))
        for number, table in enumerate(answers.tables(key, name, content))
    ]


def _key(name: str, content: bytes) -> str:
    return sha256(name.encode("utf-8", "replace") + b"\0" + content).hexdigest()[:32]
