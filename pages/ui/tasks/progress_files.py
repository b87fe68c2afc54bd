"""Files in which units tell how far their tasks are: who has sent, and files to send out."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.ui import answers, downloads, today
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks import progress_coverage
from scoring import intake
from scoring.ingest.handed_out.keys import Mark
from scoring.ingest.reference import Organisation
from scoring.sheets.progress_file import progress_file
from scoring.sheets.progress_tasks import lines_of, units_with_tasks, without_file
from scoring.sheets.progress_zip import file_name, progress_zip

_ALL = "Mọi đơn vị (.zip)"


def show(scope: Scope, board: pd.DataFrame) -> None:
    """Who has sent, then the files to download and the way back; `board` are all tasks."""
    units = answers.task_units(scope.organisation)
    named = units_with_tasks(units)
    if not named:
        st.caption("Chưa có nhiệm vụ nào nêu tên đơn vị, nên chưa có tệp để gửi.")
        return
    progress_coverage.show(scope, board, units, today.today())
    _offer(scope, board, named)


def _offer(scope: Scope, board: pd.DataFrame, named: list[str]) -> None:
    organisation = _organisation(scope)
    chosen = st.selectbox(
        "Tệp báo cáo tiến độ của",
        [_ALL, *named],
        key="tien-do-don-vi",
        filter_mode="contains",
    )
    if chosen == _ALL:
        downloads.offer(
            f"Tải tệp của {len(named)} đơn vị",
            lambda: progress_zip(board, named, organisation, intake.now()),
            f"tien-do-{scope.organisation}-{_day():%Y%m%d}.zip",
            key="tien-do-tai",
        )
    else:
        unit = str(chosen)
        downloads.offer(
            "Tải tệp của đơn vị",
            lambda: progress_file(lines_of(board, unit), Mark(organisation, intake.now(), unit)),
            file_name(unit, intake.now()),
            key="tien-do-tai",
        )
    left = without_file(board, named)
    missing = f" {left} nhiệm vụ không nêu tên đơn vị nào: không có trong tệp." if left else ""
    st.caption(
        literal(
            "Đơn vị điền trạng thái, % hoàn thành, minh chứng, ghi chú rồi gửi lại; thả mọi tệp "
            f"nhận được vào trang Nhập dữ liệu cùng một lúc.{missing}"
        )
    )


def _organisation(scope: Scope) -> Organisation:
    """Whose plans they are, by the registry where it knows it."""
    known = answers.reference().organisation(scope.organisation)
    return known or Organisation(scope.organisation, scope.name, scope.level or "")


def _day() -> date:
    """The day on which a file is handed out: never that of the address."""
    return intake.now().date()
