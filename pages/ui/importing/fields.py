"""What are a table's columns called on screen?"""

from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "code": "STT (mã)",
    "title": "Tên",
    "max_points": "Điểm chuẩn",
    "self_points": "Điểm tự đánh giá",
    "points": "Điểm thẩm định",
    "lost_points": "Điểm bị mất",
    "survey_points": "Điểm điều tra xã hội học",
    "total_points": "Tổng điểm",
    "percent_of_max": "Đạt so với điểm chuẩn (%)",
    "percent": "Tỷ lệ (%)",
    "factor": "Yếu tố",
    "organisation": "Cơ quan, địa phương",
    "rank": "Hạng",
    "value": "Giá trị",
    "target": "Mục tiêu",
    "sentence": "Câu mục tiêu",
    "goal": "Mục tiêu",
    "solution": "Giải pháp",
    "product": "Sản phẩm",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "deadline": "Thời hạn",
    "evidence": "Tài liệu kiểm chứng",
    "source": "Nguồn",
    "note": "Ghi chú",
    "section": "Nhóm, đề mục",
    "purpose": "Loại nhiệm vụ",
    "indicator": "Chỉ tiêu",
    "aim": "Mức phải đạt",
    "measure": "Đơn vị tính",
    "base": "Kết quả gốc",
    "due": "Năm phải đạt",
    "state": "Trạng thái",
    "remark": "Nhận xét",
    "field_size": "Trên tổng số",
    "scale_points": "Thang điểm",
    "target_kind": "Mục tiêu: loại",
    "target_amount": "Mục tiêu: mức",
    "target_percent": "Mục tiêu: cách tính",
    "target_base_year": "Mục tiêu: năm gốc",
    "target_base_value": "Mục tiêu: giá trị gốc",
    "target_due_year": "Mục tiêu: năm đạt",
    "target_sentence": "Mục tiêu: câu trong tệp",
}


def field_label(field: str) -> str:
    """A column in words: 'points' → 'Điểm thẩm định'; one without a name here, as it is."""
    return FIELDS.get(field, field)
