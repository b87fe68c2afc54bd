"""What stands beside the figures: what is missing and where to mend it, results that differ."""

import streamlit as st

from pages.ui import notices, sources
from pages.ui.plain_text import literal
from pages.ui.targets.choice import Shown
from scoring.analysis.messages import target_notes as facts
from scoring.text.format import integer

_MOST = 20
RULE = (
    "Giữa mức xuất phát và các năm phải đạt, mức cần của từng năm nằm trên đường thẳng. Chỉ tiêu "
    "đến hạn thì xét đạt hay chưa đạt theo kết quả của năm đó; chưa đến hạn thì xét kết quả mới "
    "nhất so với mức cần của cùng năm. Chưa có mức hoặc chưa có kết quả thì không xét."
)


def show(shown: Shown) -> None:
    """Results that differ, whose results they are, what is missing, and the rule."""
    differing = [text for one in shown.indicators for text in facts.differences(one)]
    for text in differing[:_MOST]:
        st.warning(literal(text), icon=":material/compare_arrows:")
    lent = dict.fromkeys(row for row in shown.rows["whose"] if isinstance(row, str))
    if lent:
        names = ", ".join(shown.name(one) for one in lent)
        st.caption(
            f"Chỉ tiêu nhắm tới chỉ số của cấp trên được xét bằng kết quả của {literal(names)}; "
            "cột Kết quả ghi rõ của ai."
        )
    lacks(shown)
    st.caption(RULE)


def lacks(shown: Shown) -> None:
    """What targets do not tell, each with its cure and its place in the file."""
    told = [found for one in shown.indicators for found in facts.lacks(one)]
    if not told:
        return
    with st.expander(
        f"{integer(len(told))} chỉ tiêu chưa xét được: thiếu gì, bổ sung ở đâu",
        icon=":material/edit_note:",
        expanded=len(told) <= 3,
    ):
        for sentence, row in told[:_MOST]:
            st.markdown(f"- {literal(sentence)}")
            sources.link(row["batch"], row["file_name"], row["sheet"], row["row"])
        if len(told) > _MOST:
            st.caption(f"Và {integer(len(told) - _MOST)} chỉ tiêu khác.")
        st.page_link(
            notices.IMPORT_PAGE, label="Nạp lại tệp đã bổ sung", icon=":material/upload_file:"
        )
