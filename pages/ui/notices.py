"""What does a page say when there is nothing to show, or when something stands in the way?"""

import streamlit as st

from pages.ui.plain_text import literal

IMPORT_PAGE = "pages/importing.py"


def first_steps() -> None:
    """Over an empty database: what this is for, and what to do first."""
    st.title("Chưa có dữ liệu")
    st.markdown(
        "Bảng điều khiển này đọc các bảng tính đã công bố và cho biết điểm mất ở đâu, ai chủ trì, "
        "người dân hài lòng đến mức nào."
    )
    st.markdown(
        "1. Mở trang **Nhập dữ liệu**, thả tệp Excel, CSV hoặc Word: bảng điểm Chỉ số CCHC, "
        "bảng SIPAS hoặc bảng xếp hạng. Chưa có tệp thì bấm **Nạp dữ liệu mẫu**.\n"
        "2. Xem bảng đã đọc được và các vấn đề được chỉ ra, kèm vị trí ô và cách sửa.\n"
        "3. Bấm **Ghi dữ liệu**. Mọi trang có số liệu ngay."
    )
    st.page_link(IMPORT_PAGE, label="Mở trang Nhập dữ liệu", icon=":material/upload_file:")


def nothing_loaded(name: str, year: int, what: str) -> None:
    """What is missing for one organisation and year, and where to load it."""
    st.info(
        f"Chưa có {what} của {literal(name)} năm {year}. "
        "Nạp tệp ở trang **Nhập dữ liệu**, hoặc chọn cơ quan, năm khác ở thanh bên.",
        icon=":material/info:",
    )
    st.page_link(IMPORT_PAGE, label="Nạp tệp", icon=":material/upload_file:")


def no_scores(name: str, year: int, *, in_league: bool) -> None:
    """Why the losses page is empty for one organisation and year, and which file fills it."""
    held = "mới có thứ hạng trong bảng xếp hạng" if in_league else "chưa có số liệu Chỉ số CCHC"
    st.info(
        f"{literal(name)} năm {year} {held}, chưa có bảng điểm nên chưa biết điểm mất ở đâu.",
        icon=":material/info:",
    )
    st.markdown(
        "Bảng điểm cần có mã tiêu chí (STT), tên tiêu chí, điểm chuẩn và điểm thẩm định (hoặc điểm "
        "bị mất). Phụ lục kế hoạch khắc phục kèm kết quả Chỉ số CCHC thường có đủ các cột này."
    )
    st.page_link(IMPORT_PAGE, label="Nạp bảng điểm", icon=":material/upload_file:")


def unknown_choice(what: str, asked: str) -> None:
    """The address names something for which nothing is loaded."""
    st.warning(
        f"Đường dẫn nêu {what} “{literal(asked)}”, chưa có dữ liệu; đang xem lựa chọn mặc định.",
        icon=":material/link_off:",
    )


def cannot_open(reason: str) -> None:
    """The database is busy or damaged: the reason and its cure."""
    st.title("Chưa mở được cơ sở dữ liệu")
    st.error(literal(reason), icon=":material/database_off:")


def reference_problems(sentences: list[str]) -> None:
    """What is wrong with the reference files; the pages go on without those rows."""
    if not sentences:
        return
    with st.sidebar.expander("Dữ liệu tham chiếu có vấn đề", icon=":material/warning:"):
        for sentence in sentences:
            st.markdown(f"- {literal(sentence)}")
