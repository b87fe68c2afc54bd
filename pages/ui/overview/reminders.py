"""What has to be reminded of today, beside the title, with a calendar and a list for the letter."""

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from pages.ui import answers, downloads, filters, today
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks import words as tasks_words
from scoring.analysis.messages import reminders as said
from scoring.analysis.plans.reminders import reminders
from scoring.analysis.questions import Row, records
from scoring.reports.calendar import due_days
from scoring.reports.reminder_list import reminder_list
from scoring.text.format import integer, points

_SHOWN = 8
_ICONS = {
    "overdue": ":material/alarm:",
    "due_soon": ":material/schedule:",
    "target_missed": ":material/flag:",
    "silent": ":material/volume_off:",
}


def show(scope: Scope) -> None:
    """A button with how many there are, the most urgent behind it; nothing without any."""
    day = today.today()
    board = answers.board(scope.organisation, day)
    indicators = answers.indicators(scope.organisation)
    found = reminders(board, indicators, day)
    if found.empty:
        return
    place = st.popover(
        f"Cần nhắc: {integer(len(found))}",
        icon=":material/notifications:",
        key="can-nhac",
        on_change="rerun",
        width="content",
    )
    if place.open:
        with place:
            st.markdown(f"**{literal(said.headline(found))}**")
            today.tell()
            _list(scope, found)
            _files(scope, board, found)


def _list(scope: Scope, found: pd.DataFrame) -> None:
    recent = found[~((found["kind"] == "overdue") & (found["days"] > said.LONG_AGO))]
    first = (recent if len(recent) else found).head(_SHOWN)
    for row in records(first):
        _line(scope, row)
    if len(found) > len(first):
        st.page_link(
            tasks_words.PAGE,
            label=f"Xem cả {len(found)} mục ở trang Nhiệm vụ",
            query_params=filters.address(scope, **today.kept()),
        )


def _line(scope: Scope, row: Row) -> None:
    lost = f", tiêu chí mất {points(row['lost_points'])} điểm" if row["lost_points"] else ""
    who = f"; chủ trì: {', '.join(row['units'])}" if row["units"] else ""
    text = f"{row['title']}: {said.why(row)}{lost}{who}"
    to = {tasks_words.TASK: row["task"]} if row["task"] else {}
    page = tasks_words.PAGE if row["task"] else "pages/targets.py"
    st.page_link(
        page,
        label=literal(text),
        icon=_ICONS[row["kind"]],
        query_params=filters.address(scope, **to, **today.kept()),
        width="stretch",
    )


def _files(scope: Scope, board: pd.DataFrame, found: pd.DataFrame) -> None:
    day = today.today()
    with st.container(horizontal=True):
        downloads.offer(
            "Lịch thời hạn (.ics)",
            lambda: due_days(board, f"Nhiệm vụ: {scope.name}", datetime.now(UTC)),
            f"thoi-han-{scope.organisation}.ics",
            key="nhac-lich",
            icon=":material/calendar_month:",
            help="Mở bằng Outlook, Google Lịch hoặc điện thoại; nhắc trước 14 ngày.",
        )
        downloads.offer(
            "Danh sách đôn đốc (.docx)",
            lambda: reminder_list(found, scope.name, None, day),
            f"don-doc-{scope.organisation}-{day:%Y%m%d}.docx",
            key="nhac-danh-sach",
            icon=":material/description:",
            help="Danh sách theo từng đơn vị, kèm công văn đôn đốc.",
        )
