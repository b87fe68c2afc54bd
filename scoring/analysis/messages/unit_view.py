"""What is said to the head of one unit: its tasks, its points, what it has through groups?"""

from collections.abc import Mapping

import pandas as pd

from scoring.analysis.plans.summary import OPEN_STATES
from scoring.analysis.questions import Row
from scoring.text.format import integer, points, share


def unit_tasks(name: str, led: pd.DataFrame, helped: int) -> str:
    """'Sở Nội vụ: 2 nhiệm vụ quá hạn, trễ nhất 40 ngày; 3 chưa xong trên 7 nhiệm vụ chủ trì'.

    Shape: `led` are the tasks of the board that the unit leads; `helped` how many it coordinates.
    """
    if led.empty:
        return f"{name} không chủ trì nhiệm vụ nào, phối hợp {integer(helped)} nhiệm vụ"
    late = led[led["status"] == "overdue"]
    still = int(led["status"].isin(OPEN_STATES).sum())
    whole = f"{integer(still)} chưa xong trên {integer(len(led))} nhiệm vụ chủ trì"
    if late.empty:
        return f"{name}: không nhiệm vụ nào quá hạn; {whole}, phối hợp {integer(helped)}"
    days = integer(late["days_late"].max())
    return (
        f"{name}: {integer(len(late))} nhiệm vụ quá hạn, trễ nhất {days} ngày; {whole}, phối hợp "
        f"{integer(helped)}"
    )


def unit_change(now: Row | None, before: Row | None, year: int, year_before: int) -> str | None:
    """What the unit carries beside an earlier table, shared evenly; None where it leads in neither.

    Shape: `now` and `before` are the unit's rows of `unit_points`; None where it has none.
    """
    if not any(row and row["led"] for row in (now, before)):
        return None
    carried = now["shared"] if now else 0.0
    earlier = before["shared"] if before else 0.0
    step = carried - earlier
    turn = "tăng" if step > 0 else "giảm"
    told = f"{turn} {points(abs(step))}" if round(step, 10) else "không đổi"
    return (
        f"Chia đều, điểm mất của đơn vị năm {year} là {points(carried)}, {told} so với năm "
        f"{year_before} ({points(earlier)}); tiêu chí và phân công hai năm có thể khác nhau"
    )


def named_share(row: Row) -> str | None:
    """'Chủ trì 3,42 điểm mất, bằng 78,1 % số điểm có đơn vị nêu đích danh'; None: it has none."""
    if row["named_share"] is None or not row["in_full"]:
        return None
    return (
        f"Trong mọi kế hoạch, đơn vị chủ trì {points(row['in_full'])} điểm mất, bằng "
        f"{share(row['named_share'])} số điểm có đơn vị nêu đích danh hoặc đầu mối"
    )


def through(counts: Mapping[str, int]) -> str:
    """'Tính cả 3 nhiệm vụ qua nhóm Các sở, ban, ngành'; by group, how many tasks."""
    parts = [f"{integer(count)} nhiệm vụ qua nhóm “{group}”" for group, count in counts.items()]
    return f"Tính cả {', '.join(parts)}"
