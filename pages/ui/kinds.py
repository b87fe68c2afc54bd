"""What kinds of tables and indices are called on screen."""

KINDS = {
    "scores": "Bảng điểm",
    "satisfaction": "Mức độ hài lòng",
    "league": "Bảng xếp hạng",
    "tasks": "Danh sách nhiệm vụ",
    "targets": "Bảng chỉ tiêu",
    "progress": "Báo cáo tiến độ",
    "actuals": "Kết quả chỉ tiêu",
    "criteria": "Bộ tiêu chí",
}
INDICES = ("PAR", "SIPAS", "PAPI", "PCI")


def kind_label(kind: str | None) -> str:
    """The kind of a table in words: 'scores' → 'Bảng điểm'."""
    return KINDS.get(kind or "", "Chưa rõ loại")
