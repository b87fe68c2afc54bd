"""How each figure is computed, with its formula, an example and where the rule comes from."""

from dataclasses import dataclass

import streamlit as st

from scoring.settings import settings
from scoring.text.format import points


@dataclass(frozen=True)
class Rule:
    """One figure: what it is, how it is computed, what a reader could get wrong, its source."""

    title: str
    formula: str
    reading: str
    source: str


RULES = (
    Rule(
        "Điểm bị mất",
        "điểm bị mất = điểm chuẩn − điểm thẩm định",
        "Tính cho từng tiêu chí. Khi tệp in đủ ba cột, cột in ra được giữ nguyên và được kiểm tra; "
        "khi tệp chỉ in hai cột, cột thứ ba được tính và có ghi chú. Ô trống là **thiếu số**, "
        "không phải là 0.",
        "Cách trình bày của phụ lục kết quả Chỉ số CCHC do các tỉnh công bố.",
    ),
    Rule(
        "Tổng điểm bị mất",
        "tổng = cộng điểm bị mất của các dòng cấp trên cùng được in",
        "Dòng cấp trên đã gồm các dòng con, nên không bao giờ cộng mọi dòng. Thiếu điểm bị mất của "
        "một dòng cấp trên cùng thì tổng là chưa biết, không phải nhỏ đi.",
        "Số học của bảng điểm theo cây: lĩnh vực, tiêu chí, tiêu chí thành phần.",
    ),
    Rule(
        "Chỉ số (%)",
        "chỉ số = 100 × (tổng điểm tối đa áp dụng − tổng điểm bị mất) ÷ tổng điểm tối đa áp dụng",
        "Cấp tỉnh tính trên 100 điểm. Sở, huyện, xã tính trên điểm tối đa của chính mình, vì tiêu "
        "chí không áp dụng được bỏ khỏi mẫu số: Sở Tư pháp tỉnh Tuyên Quang năm 2022 đạt 62,62 "
        "trên 66,27 điểm, tức 94,49 %.",
        "Quyết định ban hành bộ tiêu chí của từng kỳ; ví dụ theo kết quả tỉnh Tuyên Quang công bố.",
    ),
    Rule(
        "Lĩnh vực không có trong tệp",
        "điểm chuẩn suy ra = tổng điểm tối đa − tổng điểm chuẩn đã in",
        "Bảng công bố thường chỉ in những dòng bị mất điểm. Lĩnh vực có trong bộ tiêu chí mà không "
        "có trong tệp được hiểu là không mất điểm, và luôn được nói rõ là suy ra. Điểm chuẩn chỉ "
        "suy ra được khi thiếu đúng một lĩnh vực.",
        "Bộ tiêu chí trong data/reference/criteria.",
    ),
    Rule(
        "Cấp trên so với dòng con",
        "chênh lệch = điểm bị mất của dòng cấp trên − tổng điểm bị mất của các dòng con",
        "So theo điểm bị mất chứ không theo điểm chuẩn, vì các dòng con không mất điểm thường "
        "không được in. Chênh lệch là cảnh báo; số in ra không bị sửa.",
        "Kiểm tra khi đọc tệp; cùng một kết quả ở trang Nhập dữ liệu và ở đây.",
    ),
    Rule(
        "Nhóm tiêu chí chiếm 80 % điểm mất",
        "số tiêu chí ít nhất, xếp từ mất nhiều tới mất ít, mà tỷ trọng cộng dồn đạt từ 80 %",
        "Chỉ xét tiêu chí không có dòng con; mẫu số là tổng điểm bị mất của chính các tiêu chí đó, "
        "nên có thể lệch đôi chút với tổng theo dòng cấp trên cùng.",
        "Nguyên tắc Pareto (80/20).",
    ),
    Rule(
        "Loại tiêu chí: điều tra xã hội học, tác động, trong tầm kiểm soát",
        "điểm bị mất của mỗi loại = cộng các tiêu chí không có dòng con thuộc loại đó",
        "Loại là dữ liệu của bộ tiêu chí, sửa được; tiêu chí con lấy loại của tiêu chí cấp trên "
        "gần nhất khi không ghi riêng.",
        "Cột kind trong data/reference/criteria và quyết định của người dùng.",
    ),
    Rule(
        "Điểm mất theo đơn vị chủ trì",
        "chủ trì một mình · chia đều giữa các đơn vị chủ trì · kể cả phần cùng chủ trì",
        "Hai cách đầu cộng lại không vượt tổng. Cách thứ ba tính trọn điểm cho mỗi đơn vị nên "
        "**không cộng lại được**. Tên nhóm («các sở, ban, ngành») được tách riêng vì không chỉ "
        "đích danh ai.",
        "Cột cơ quan chủ trì, cơ quan phối hợp của bảng; tên đơn vị trong data/reference.",
    ),
    Rule(
        "SIPAS và mục tiêu «tăng 2 %»",
        "mục tiêu = kết quả năm gốc + số tăng (điểm phần trăm)",
        "Tăng 2 % trên một tỷ lệ được hiểu là 2 điểm phần trăm: 83,99 % thành 85,99 %. Nếu hiểu là "
        "tăng tương đối thì thành 85,67 %; cách hiểu luôn được in cạnh con số. Yếu tố không có mục "
        "tiêu không bao giờ được coi là đạt.",
        "Cách Bộ Nội vụ công bố mức tăng 2,58 % năm 2023 (80,08 lên 82,66).",
    ),
    Rule(
        "Thứ hạng và xếp loại",
        "hạng / số đơn vị được xếp hạng",
        "Hạng luôn đi cùng số đơn vị (32/63, 11/34) và đứng sau điểm. Mức A, B, C… là dữ liệu theo "
        "chỉ số, cấp và năm, vì ngưỡng thay đổi qua các năm.",
        "Bảng xếp hạng được nạp; ngưỡng trong data/reference/bands.csv.",
    ),
)


def show() -> None:
    """The rules, one fold each, and how any number leads back to its cell."""
    st.subheader("Cách tính từng con số")
    for rule in RULES:
        with st.expander(rule.title, icon=":material/function:"):
            st.markdown(f"**Công thức:** {rule.formula}")
            st.markdown(rule.reading)
            st.caption(f"Căn cứ: {rule.source}")
    with st.expander("Làm tròn và nguồn của mỗi con số", icon=":material/function:"):
        st.markdown(
            f"Chênh lệch tới {points(settings().tolerance)} điểm là do làm tròn và chỉ được ghi "
            "chú. Mỗi số được giữ cùng lần nạp, trang tính và số dòng; bấm vào dòng «Nguồn» dưới "
            "một con số để mở tệp gốc đúng chỗ đó."
        )
