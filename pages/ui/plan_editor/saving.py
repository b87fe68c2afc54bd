"""Saving a plan that was written on the page: as a file, like any other, with its history."""

import streamlit as st

from pages.ui import downloads, problems, who
from pages.ui.filters import Scope, address
from pages.ui.importing import difference, outcome, standing
from pages.ui.importing.standing import OTHER, Standing
from pages.ui.plain_text import literal
from pages.ui.plan_editor import draft as plan_draft
from pages.ui.plan_editor.draft import Draft
from pages.ui.plan_editor.file import PlanFile
from scoring.text.format import integer

_SEEN_ON = {"tasks": ("pages/tasks.py", "Nhiệm vụ"), "targets": ("pages/targets.py", "Chỉ tiêu")}


def show(scope: Scope, draft: Draft, file: PlanFile) -> None:
    """What is wrong, what would change, and the buttons: save, or take the file along."""
    now = standing.of([file.found])[file.found.key]
    to_do = (*file.to_do, *now.to_do)
    with st.expander(
        f"Kiểm tra như một tệp vừa nạp: {integer(len(now.problems))} vấn đề",
        icon=":material/fact_check:",
        key=f"{draft.key}-van-de",
        expanded=problems.count(now.problems, "error") > 0,
    ):
        problems.show(now.problems, key=f"{draft.key}-tung-cho")
    difference.show(file.found, now)
    _replaces(draft, now)
    who.ask()
    with st.container(horizontal=True):
        st.button(
            "Ghi kế hoạch",
            type="primary",
            icon=":material/save:",
            key=f"{draft.key}-ghi",
            disabled=bool(to_do),
            on_click=_save,
            args=(draft, file),
        )
        downloads.offer(
            "Tải tệp Excel", lambda: file.found.content, file.name, key=f"{draft.key}-tai"
        )
    if to_do:
        st.caption(f":material/block: Chưa ghi được: {literal('; '.join(to_do))}.")
    outcome.show(draft.key)
    if now.state == "loaded":
        page, name = _SEEN_ON[draft.kind]
        st.page_link(
            page,
            label=f"Xem ở trang {name}",
            icon=":material/checklist:",
            query_params=address(scope),
        )


def _replaces(draft: Draft, now: Standing) -> None:
    """A plan that was not begun from is about to be replaced: by chance, as likely as not."""
    if now.state == OTHER and draft.began != draft.name:
        st.warning(
            f"Đã có {literal(draft.number or 'kế hoạch không số')} của {draft.index} năm "
            f"{draft.year}. Ghi bản này sẽ thay bản đó (bản cũ vẫn còn trong lịch sử). Nếu đây là "
            "kế hoạch khác, ghi số của nó.",
            icon=":material/content_copy:",
        )


def _save(draft: Draft, file: PlanFile) -> None:
    outcome.write(draft.key, [(file.found.table, file.found.content)])
    plan_draft.change(draft, began=draft.name)
