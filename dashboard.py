"""The frame round every page: page config, navigation, shared filters."""

from pathlib import Path

import streamlit as st

st.set_page_config(
    page_title="Chỉ số cải cách hành chính",
    page_icon=str(Path(__file__).parent / "pages" / "ui" / "icon.svg"),
    layout="wide",
    initial_sidebar_state=240,
)

from pages.ui import answers, filters, look, notices
from pages.ui.meeting import address as meeting_address
from pages.ui.meeting import back as meeting_back
from scoring.ingest.problems import sentence

PAGES = {
    "": [
        st.Page(
            "pages/overview.py",
            title="Tổng quan",
            icon=":material/dashboard:",
            default=True,
            help="Chỉ số, điểm mất, hài lòng và đơn vị chủ trì trong một màn hình.",
        ),
    ],
    "Kết quả": [
        st.Page(
            "pages/losses.py",
            title="Điểm bị mất",
            icon=":material/trending_down:",
            url_path="diem-bi-mat",
            help="Điểm mất ở đâu: từ lĩnh vực xuống tới từng tiêu chí.",
        ),
        st.Page(
            "pages/sipas.py",
            title="SIPAS",
            icon=":material/sentiment_satisfied:",
            url_path="hai-long",
            help="Mức độ hài lòng theo từng yếu tố, so với năm trước và mục tiêu.",
        ),
        st.Page(
            "pages/units.py",
            title="Đơn vị",
            icon=":material/groups:",
            url_path="don-vi",
            help="Đơn vị nào chủ trì bao nhiêu điểm mất.",
        ),
    ],
    "So sánh": [
        st.Page(
            "pages/years.py",
            title="So sánh năm",
            icon=":material/compare_arrows:",
            url_path="so-sanh-nam",
            help="Chỉ số đổi vì làm tốt hơn, vì trọng số hay vì tiêu chí khác đi.",
        ),
        st.Page(
            "pages/trends.py",
            title="Xu hướng",
            icon=":material/timeline:",
            url_path="xu-huong",
            help="Chỉ số đang tăng, chậm lại, đi ngang, giảm hay phục hồi; chuỗi gãy ở đâu.",
        ),
        st.Page(
            "pages/ranking.py",
            title="Xếp hạng",
            icon=":material/leaderboard:",
            url_path="xep-hang",
            help="Vị trí trong bảng xếp hạng, cách trung vị, mức trên và đơn vị đầu bao nhiêu.",
        ),
        st.Page(
            "pages/members.py",
            title="Các đơn vị trực thuộc",
            icon=":material/account_tree:",
            url_path="truc-thuoc",
            help="Các sở, huyện, xã của một tỉnh theo từng lĩnh vực.",
        ),
        st.Page(
            "pages/indices.py",
            title="Nhiều chỉ số",
            icon=":material/grid_view:",
            url_path="nhieu-chi-so",
            help="PAR Index, SIPAS, PAPI và PCI của một địa phương cạnh nhau.",
        ),
        st.Page(
            "pages/self_scores.py",
            title="Tự chấm và thẩm định",
            icon=":material/rule:",
            url_path="tu-cham",
            help="Điểm tự đánh giá so với điểm thẩm định: tự chấm cao ở đâu.",
        ),
    ],
    "Kế hoạch": [
        st.Page(
            "pages/tasks.py",
            title="Nhiệm vụ",
            icon=":material/checklist:",
            url_path="nhiem-vu",
            help="Việc nào quá hạn, gắn với bao nhiêu điểm, ai chủ trì, đã làm tới đâu.",
        ),
        st.Page(
            "pages/deadlines.py",
            title="Thời hạn chưa rõ",
            icon=":material/event_busy:",
            url_path="thoi-han",
            help="Các nhiệm vụ chưa rõ ngày phải xong, đặt thời hạn cho nhiều dòng một lúc.",
        ),
        st.Page(
            "pages/targets.py",
            title="Chỉ tiêu",
            icon=":material/flag:",
            url_path="chi-tieu",
            help="Chỉ tiêu nào đạt, đúng lộ trình hay chậm; nhập kết quả của năm.",
        ),
        st.Page(
            "pages/evidence.py",
            title="Minh chứng",
            icon=":material/attach_file:",
            url_path="minh-chung",
            help="Điểm nào mất vì thiếu minh chứng, điểm nào vì chưa làm được; ghi minh chứng.",
        ),
        st.Page(
            "pages/plan_editor.py",
            title="Soạn kế hoạch",
            icon=":material/edit_note:",
            url_path="soan-ke-hoach",
            help="Gõ nhiệm vụ, chỉ tiêu tại đây thay cho nạp tệp; đọc và kiểm tra ngay khi gõ.",
        ),
        st.Page(
            "pages/notes.py",
            title="Ghi chú và kết luận",
            icon=":material/sticky_note_2:",
            url_path="ghi-chu",
            help="Ghi chú về năm, tiêu chí, đơn vị; kết luận họp đưa vào kế hoạch.",
        ),
        st.Page(
            "pages/registry.py",
            title="Danh bạ đơn vị",
            icon=":material/contacts:",
            url_path="danh-ba",
            help="Đơn vị nào được nêu và in ra sao, nhóm gồm những ai, đơn vị nào đã sáp nhập.",
        ),
    ],
    "Họp và tài liệu": [
        st.Page(
            "pages/meeting.py",
            title="Trình chiếu",
            icon=":material/slideshow:",
            url_path=meeting_address.URL,
            help="Cuộc họp đánh giá: các màn toàn cửa sổ trên số liệu chốt lúc bắt đầu.",
        ),
        st.Page(
            "pages/commentary.py",
            title="Nhận xét",
            icon=":material/rate_review:",
            url_path="nhan-xet",
            help="Năm đến bảy câu về kết quả của năm; sửa lời, dùng chung cho slide và tài liệu.",
        ),
        st.Page(
            "pages/exports.py",
            title="Xuất tài liệu",
            icon=":material/file_save:",
            url_path="xuat-tai-lieu",
            help="Bộ slide, phiếu đơn vị, kế hoạch và phụ lục, báo cáo định kỳ, Excel.",
        ),
    ],
    "Dữ liệu": [
        st.Page(
            "pages/importing.py",
            title="Nhập dữ liệu",
            icon=":material/upload_file:",
            url_path="nhap-du-lieu",
            help="Thả tệp Excel, xem vấn đề, ghi dữ liệu, xem lịch sử và hoàn tác.",
        ),
        st.Page(
            "pages/method.py",
            title="Đối chiếu, cách tính",
            icon=":material/fact_check:",
            url_path="doi-chieu",
            help="Các con số khép với nhau thế nào, tính bằng công thức nào, đọc từ ô nào.",
        ),
    ],
}
UNFILTERED = ("nhap-du-lieu",)

# At the top, so that the sidebar is for what is looked at: whose year, which unit.
page = st.navigation(PAGES, position="top")
# A running meeting covers both, and has an organisation and year of its own.
in_meeting = page.url_path == meeting_address.URL and meeting_address.meeting() != ""
look.apply()
if refused := answers.refusal():
    notices.cannot_open(refused)
    st.stop()
notices.reference_problems([sentence(found) for found in answers.reference_problems()])
if page.url_path not in UNFILTERED and not in_meeting:
    filters.choose()
if not in_meeting:
    meeting_back.offer()
page.run()
