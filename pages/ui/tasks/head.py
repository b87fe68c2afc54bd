"""The head of the page on tasks: whose they are, how they stand, what waits for a person."""

import pandas as pd
import streamlit as st

from pages.ui import answers, figures, filters, notices, plans_below, today
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.tasks.words import ICONS, PAGE
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.states import STATES
from scoring.analysis.plans.summary import summary as sums
from scoring.text.format import integer

DEADLINES_PAGE = "pages/deadlines.py"


def board(scope: Scope, title: str) -> pd.DataFrame:
    """The title, whose tasks they are, and the tasks; without any says what to load, and stops."""
    st.title(title)
    _whose(scope)
    found = answers.board(scope.organisation, today.today())
    if found.empty:
        _nothing(scope)
        st.stop()
    return found


def _whose(scope: Scope) -> None:
    """Whose tasks, of which plans, on which day."""
    st.markdown(f"**{literal(scope.name)}**, mọi kế hoạch đã nạp, không chỉ năm đang chọn")
    today.tell()


def _nothing(scope: Scope) -> None:
    """No plan is loaded: which tables hold one, and where a blank one is."""
    st.info(
        f"Chưa nạp kế hoạch nào của {literal(scope.name)}, nên chưa có nhiệm vụ để theo dõi.",
        icon=":material/info:",
    )
    plans_below.offer(scope, "tasks", PAGE)
    st.markdown(
        "Nạp một trong hai loại bảng (.xlsx, .docx):\n"
        "- **Danh sách nhiệm vụ** của kế hoạch: STT, nhiệm vụ, sản phẩm, cơ quan chủ trì, cơ quan "
        "phối hợp, thời hạn. Trang Nhập dữ liệu có mẫu trống ở mục **Mẫu để điền**.\n"
        "- **Bảng điểm có giải pháp** cho từng tiêu chí bị mất điểm, kèm chủ trì và thời hạn.\n\n"
        "Kế hoạch của một sở, huyện, xã: chọn đơn vị đó ở thanh bên."
    )
    st.page_link(
        notices.IMPORT_PAGE, label="Nạp kế hoạch hoặc tải mẫu", icon=":material/upload_file:"
    )


def none_asked() -> None:
    """The choices leave no task."""
    st.info("Không nhiệm vụ nào khớp các điều kiện lọc đang chọn.", icon=":material/filter_list:")


def summary(scope: Scope, tasks: pd.DataFrame) -> None:
    """What presses most in one sentence, the states in numbers, and what the numbers rest on."""
    found = sums(tasks)
    figures.message(said.headline(tasks))
    with st.grid(len(STATES), min_column_width=140):
        for state in STATES:
            st.metric(
                said.STATES[state],
                integer(found.counts[state]),
                icon=ICONS[state],
                border=True,
            )
    st.markdown(literal(f"{said.at_stake(found)}. {said.coverage(found)}."))
    if found.no_day:
        st.page_link(
            DEADLINES_PAGE,
            label=f"{integer(found.no_day)} nhiệm vụ chưa rõ thời hạn: đặt thời hạn",
            icon=":material/event_busy:",
            query_params=filters.address(scope, **today.kept()),
        )
