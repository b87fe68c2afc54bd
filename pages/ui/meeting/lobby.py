"""Before a meeting: what will be shown, the button that begins it, and the earlier ones."""

import pandas as pd
import streamlit as st

from pages.ui import answers, today, who
from pages.ui.filters import Scope
from pages.ui.meeting import address
from pages.ui.plain_text import literal
from scoring.analysis.questions import Row, records
from scoring.store import StoreError
from scoring.text.format import integer
from scoring.text.moments import AHEAD, shown_moment

_MOST = 20
_AROUND = {"bia", "nguon"}  # screens that say nothing by themselves
_NOTHING = (
    "Chưa có số liệu để trình chiếu: ngoài trang bìa không có màn nào. Nạp bảng điểm, bảng hài "
    "lòng hoặc kế hoạch của năm này ở trang Nhập dữ liệu."
)


def begin(scope: Scope) -> None:
    """The button, who begins, and the screens that there are."""
    day = today.today()
    screens = answers.screens(scope.organisation, scope.year, day)
    today.tell()
    st.markdown(
        f"Trình chiếu kết quả của **{literal(scope.name)}** năm **{scope.year}**: "
        f"{integer(len(screens))} màn, toàn cửa sổ, chuyển bằng phím mũi tên hoặc bút trình chiếu."
    )
    shown = {one.key for one in screens} - _AROUND
    if not shown:
        st.warning(_NOTHING, icon=":material/info:")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(
            "Bắt đầu họp",
            type="primary",
            icon=":material/slideshow:",
            key="bat-dau-hop",
            on_click=_begin,
            args=(scope,),
            disabled=not shown,
        )
        with st.container(width=320):
            who.ask_again("hop-nguoi")
    st.caption(
        "Số liệu được chốt đúng lúc bắt đầu: nạp hay hoàn tác sau đó không đổi gì trong cuộc họp. "
        "Gửi đường dẫn của cuộc họp là gửi đúng màn đang xem."
    )
    with st.expander("Các màn sẽ trình chiếu", icon=":material/list:"):
        st.markdown(
            "\n".join(
                f"{number}. **{literal(one.topic)}**: {literal(one.message)}"
                for number, one in enumerate(screens, 1)
            )
        )


def earlier(scope: Scope) -> None:
    """The meetings of the organisation, the latest first; each opens as it was."""
    known = records(answers.ask("meetings", organisation=scope.organisation))
    if not known:
        return
    st.subheader("Các cuộc họp trước", anchor=False)
    for one in known[:_MOST]:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(_told(one), width="stretch")
            st.button(
                "Mở lại",
                icon=":material/history:",
                key=f"mo-{one['meeting']}",
                on_click=address.enter,
                args=(one["meeting"],),
            )
    if len(known) > _MOST:
        st.caption(f"{integer(_MOST)} cuộc họp mới nhất trong {integer(len(known))}.")


def _told(one: Row) -> str:
    by = f" · {one['who']}" if one["who"] else ""
    day, began = pd.Timestamp(one["day"]).date(), (one["started_at"] + AHEAD).date()
    past = "" if day == began else f" · tính đến {day:%d/%m/%Y}"
    return literal(f"Năm {one['year']} · số liệu chốt {shown_moment(one['started_at'])}{past}{by}")


def _begin(scope: Scope) -> None:
    day = today.today()
    try:
        of_it = answers.begin_meeting(scope.organisation, scope.year, day, who.name())
    except StoreError as refused:
        st.toast(literal(str(refused)), icon=":material/error:")
        return
    except KeyError:  # undone elsewhere since the page was drawn
        st.toast("Số liệu của năm này vừa được hoàn tác.", icon=":material/error:")
        return
    answers.forget()
    address.enter(of_it)
