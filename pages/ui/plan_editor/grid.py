"""The grid that a plan is typed into: tasks or targets, a row each."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.ui import answers
from pages.ui.plan_editor import draft as plan_draft
from pages.ui.plan_editor import start
from pages.ui.plan_editor.draft import Draft
from scoring.analysis.messages.tasks import PURPOSES
from scoring.text.words import sort_key

_LONGEST = 4000  # characters of a cell
_MOST_OFFERED = 500  # criteria in one list


def edit(draft: Draft) -> Draft:
    """The draft with what is typed now."""
    key = f"{draft.key}-bang"
    if key not in st.session_state:  # the page was left since: the grid begins with what was typed
        draft = plan_draft.change(draft, base=draft.typed)
    typed = st.data_editor(
        draft.base,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        column_config=_columns(draft),
        placeholder="",
        alt=f"Bảng để soạn: {plan_draft.KINDS[draft.kind].lower()}, mỗi dòng một mục",
    )
    # A cell that was never filled in has no value; the next grid begins with texts alone.
    return plan_draft.change(draft, typed=typed.fillna("").astype(str).reset_index(drop=True))


def _columns(draft: Draft) -> Mapping[str, Any]:
    return _targets(draft) if draft.kind == "targets" else _tasks(draft)


def _tasks(draft: Draft) -> Mapping[str, Any]:
    column = st.column_config
    return {
        "code": _text("STT", 72, help="Để trống: được đánh số tiếp."),
        "about": _criteria(draft),
        "goal": _text("Mục tiêu", 160, help="Ví dụ: đạt từ 90% trở lên; tăng 0,5 điểm"),
        "task": _text("Nhiệm vụ", 280),
        "product": _text("Sản phẩm", 130),
        "lead": _units("Chủ trì", 160),
        "coordinating": _units("Phối hợp", 160),
        "deadline": _text("Thời hạn", 130, help="Quý I/2023; trước 30/6/2023; hằng quý"),
        "purpose": column.SelectboxColumn(
            "Loại", options=list(PURPOSES.values()), width=120, help="Khắc phục, duy trì …"
        ),
        "section": _text("Nhóm, đề mục", 150),
        "note": _text("Ghi chú", 130),
    }


def _targets(draft: Draft) -> Mapping[str, Any]:
    year = draft.year
    return {
        "code": _text("STT", 72, help="Để trống: được đánh số tiếp."),
        "section": _text("Nhóm, đề mục", 150),
        "title": _text("Chỉ tiêu", 340),
        "aim": _text("Mức phải đạt", 170, help="tối thiểu 86%; tăng 2%; không quá 5%; hạng 20"),
        "due": _text("Năm phải đạt", 100, help=f"Để trống: năm của kế hoạch, {year}."),
        "measure": _text("Đơn vị tính", 100, help="%, điểm, hạng, ngày …"),
        "base": _text(f"Kết quả năm {year - 1}", 120, help="Mốc để tính mức tăng, nếu có."),
        "lead": _units("Chủ trì", 180),
    }


def _criteria(draft: Draft) -> Any:
    """A choice, so that nobody types a title; typed only where no table is loaded."""
    heading = "Tiêu chí, yếu tố"
    titles = start.known_titles(draft.organisation.id)
    own = [title for title in draft.base["about"] if title]
    offered = dict(list(titles.items())[:_MOST_OFFERED])
    names = {title: titles.get(title, title) for title in [*own, *offered]}
    if not names:
        return _text(heading, 240, help="Chưa nạp bảng điểm nào để chọn: gõ tên tiêu chí.")
    return st.column_config.SelectboxColumn(
        heading,
        options=list(names),
        format_func=lambda title: names.get(title, title),
        width=240,
        help="Tiêu chí của các bảng đã nạp; để trống khi nhiệm vụ không thuộc tiêu chí nào.",
    )


def _text(heading: str, width: int, **more: Any) -> Any:
    return st.column_config.TextColumn(heading, width=width, max_chars=_LONGEST, **more)


def _units(heading: str, width: int) -> Any:
    return _text(heading, width, help="Nhiều đơn vị cách nhau bằng dấu ;")


def unit_names() -> tuple[str, ...]:
    """The names of units to choose from, in the order of the alphabet."""
    return tuple(sorted(answers.reference().units.names, key=sort_key))
