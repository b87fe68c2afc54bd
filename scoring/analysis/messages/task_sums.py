"""What is said of tasks taken together: by when they end, and which units carry them?"""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from scoring.analysis.plans.loads import MOST_SHARE
from scoring.analysis.plans.summary import OPEN_STATES
from scoring.analysis.questions import Row, records
from scoring.text.format import integer, points, share

_WITHOUT_DAY = {
    "recurring": "làm thường xuyên, định kỳ",
    "event": "chờ một việc khác",
    "goes_on": "không có ngày kết thúc",
    "unclear": "chưa hiểu thời hạn",
    "none": "không ghi thời hạn",
}


def periods(counted: pd.DataFrame, today: date) -> str:
    """Where most open tasks end and how many ended late, from summary.by_period."""
    if counted.empty:
        return "Chưa nhiệm vụ nào có ngày phải xong"
    still = counted[list(OPEN_STATES)].sum(axis=1)
    if not still.sum():
        return "Mọi nhiệm vụ có ngày phải xong đều đã khép lại"
    most = records(counted.assign(still=still).sort_values("still", kind="stable").tail(1))[0]
    when = period(most, today)
    return f"Nhiều việc chưa xong nhất có hạn trong {when}: {integer(most['still'])} nhiệm vụ"


def period(row: Row | Mapping[str, int], today: date) -> str:
    """'quý IV/2021 (quý này)', 'năm 2021'."""
    year, quarter = int(row["year"]), int(row["quarter"])
    if not quarter:
        return f"năm {year}{' (năm nay)' if year == today.year else ''}"
    this = (year, quarter) == (today.year, (today.month + 2) // 3)
    return f"quý {('I', 'II', 'III', 'IV')[quarter - 1]}/{year}{' (quý này)' if this else ''}"


def no_period(counted: Mapping[str, int]) -> str | None:
    """Which tasks stand in no quarter and why, from summary.without_day; None for none."""
    if not counted:
        return None
    parts = [f"{integer(counted[kind])} {_WITHOUT_DAY[kind]}" for kind in counted]
    return f"Không xếp vào quý nào: {', '.join(parts)}."


def waiting(counted: Mapping[str, int]) -> str:
    """How many tasks have no day by which they end, and why, by kind of day_kind."""
    if not counted:
        return "Mọi nhiệm vụ đều rõ thời hạn"
    parts = [
        f"{integer(counted[kind])} {told}" for kind, told in _WITHOUT_DAY.items() if kind in counted
    ]
    return f"{integer(sum(counted.values()))} nhiệm vụ chưa rõ ngày phải xong: {', '.join(parts)}"


def day_kind(kind: str) -> str:
    """Why a task has no day by which it ends, in words."""
    return _WITHOUT_DAY[kind].capitalize()


def loads(units: pd.DataFrame) -> str:
    """Who has most that is late, else who leads most, from plans.loads."""
    rows = [row for row in records(units) if row["led"]]
    if not rows:
        return "Không nhiệm vụ nào ghi đơn vị chủ trì"
    late = max(rows, key=lambda row: row["overdue"])
    if late["overdue"]:
        return (
            f"{late['unit']} có nhiều nhiệm vụ quá hạn nhất: {integer(late['overdue'])} trên "
            f"{integer(late['led'])} nhiệm vụ chủ trì"
        )
    most = max(rows, key=lambda row: row["led"])
    return f"{most['unit']} chủ trì nhiều nhất: {integer(most['led'])} nhiệm vụ, không quá hạn"


def heavy(units: pd.DataFrame) -> list[str]:
    """One sentence for each unit that leads too large a part of the named points."""
    return [
        f"{row['unit']} chủ trì {points(row['in_full'])} điểm mất, bằng "
        f"{share(row['named_share'])} số điểm có đơn vị chủ trì nêu đích danh: việc dồn vào một "
        f"đơn vị (mức báo: hơn {share(MOST_SHARE, 0)})."
        for row in records(units[units["heavy"]])
    ]
