"""What is said of the units under one organisation beside the year before: points, then places?"""

from scoring.analysis.members_change import Moved
from scoring.analysis.questions import Row, records
from scoring.text.format import change_points, integer, percent, rank

PLACES = (
    "Thứ tự xếp theo chỉ số tính từ các bảng điểm đã nạp, không phải thứ hạng công bố; đơn vị "
    "sắp xếp lại là đơn vị khác, không nối với năm trước"
)


def change(moved: Moved) -> str:
    """'12 đơn vị tăng, 8 giảm so với năm 2024; tăng nhiều nhất: …', or why nothing is compared."""
    if not moved.size_before:
        return f"Chưa có bảng điểm năm {moved.year_before} của các đơn vị cấp này để so sánh"
    if moved.cut is not None:
        return f"Không so chỉ số với năm {moved.year_before}: {moved.cut.reason}"
    if moved.compared.empty:
        return f"Không đơn vị nào có chỉ số cả hai năm {moved.year_before} và {_year(moved)}"
    still = len(moved.compared) - len(moved.rose) - len(moved.fell)
    counts = ((len(moved.rose), "tăng"), (len(moved.fell), "giảm"), (still, "không đổi"))
    told = ", ".join(f"{integer(count)} đơn vị {how}" for count, how in counts if count)
    extremes = [
        f"{how} nhiều nhất: {step(row)}"
        for how, rows in (("tăng", moved.rose), ("giảm", moved.fell))
        for row in records(rows.head(1))
    ]
    return "; ".join([f"{told} so với năm {moved.year_before}", *extremes])


def coverage(moved: Moved) -> str | None:
    """How many units have no year before; None where all have, or none is compared."""
    missing = moved.size - len(moved.compared)
    if moved.cut is not None or not len(moved.compared) or not missing:
        return None
    return (
        f"{integer(missing)} trên {integer(moved.size)} đơn vị chưa có bảng điểm năm "
        f"{moved.year_before} nên không so"
    )


def step(row: Row) -> str:
    """'Sở A +1,20 điểm %'."""
    return f"{row['label']} {change_points(row['step'])}"


def places(row: Row, moved: Moved) -> str:
    """'thứ tự 5 → 1/20', of other sizes '5/19 → 1/20'; '' where one of the years has none."""
    if row["place"] is None or row["place_before"] is None:
        return ""
    if moved.size == moved.size_before:
        return f"thứ tự {integer(row['place_before'])} → {rank(row['place'], moved.size)}"
    return (
        f"thứ tự {rank(row['place_before'], moved.size_before)} → {rank(row['place'], moved.size)}"
    )


def beside(row: Row, moved: Moved) -> str:
    """'+1,20 điểm % so với năm 2024, thứ tự 5 → 1/20'; '' where nothing compares."""
    if row["step"] is None:
        return ""
    said = f"{change_points(row['step'])} so với năm {moved.year_before}"
    return ", ".join(one for one in (said, places(row, moved)) if one)


def median_before(moved: Moved) -> str:
    """'năm 2024: 89,50 %'; '' where it is not known or is of another series."""
    if moved.median_before is None or moved.cut is not None:
        return ""
    return f"năm {moved.year_before}: {percent(moved.median_before)}"


def _year(moved: Moved) -> int:
    return moved.year_before + 1
