"""What is said of the units that have sent their progress, and of those that have not."""

from datetime import date

from scoring.analysis.plans.coverage import Counts
from scoring.analysis.plans.states import SILENT_DAYS


def sent(counts: Counts, since: date) -> str:
    """'31/46 đơn vị đã gửi tiến độ từ ngày 01/10/2026'."""
    if not counts.units:
        return "Chưa có đơn vị nào được giao nhiệm vụ còn phải làm"
    return f"{counts.sent}/{counts.units} đơn vị đã gửi tiến độ từ ngày {since:%d/%m/%Y}"


def silent(counts: Counts) -> str | None:
    """Who is not heard of; None where everybody is."""
    parts = []
    if counts.silent:
        parts.append(f"{counts.silent} đơn vị im lặng quá {SILENT_DAYS} ngày")
    if counts.never:
        parts.append(f"{counts.never} đơn vị chưa báo cáo lần nào")
    return f"{'; '.join(parts)}." if parts else None
