"""What is said of what has to be reminded of: how many of each kind, and each in a few words."""

import pandas as pd

from scoring.analysis.plans.reminders import SOON_DAYS
from scoring.analysis.questions import Row
from scoring.text.format import integer, number

KINDS = {
    "overdue": "quá hạn",
    "due_soon": f"đến hạn trong {SOON_DAYS} ngày",
    "target_missed": "chỉ tiêu chưa đạt",
    "silent": "lâu chưa báo cáo",
}
LONG_AGO = 365  # days: what is later is told apart, so that old plans do not hide new ones


def headline(found: pd.DataFrame) -> str:
    """'3 nhiệm vụ quá hạn (1 đã hơn một năm), 2 đến hạn trong 14 ngày, 1 chỉ tiêu chưa đạt'."""
    counts = found["kind"].value_counts()
    told: list[str] = []
    for kind, words in KINDS.items():
        if count := int(counts.get(kind, 0)):
            noun = "" if kind == "target_missed" else "nhiệm vụ " if not told else ""
            told.append(f"{integer(count)} {noun}{words}{_long_ago(found, kind)}")
    return ", ".join(told)


def why(row: Row) -> str:
    """Why it is named: 'quá hạn 5 ngày', 'đạt 80,00 %, cần 86,00 %'."""
    days = row["days"]
    if row["kind"] == "target_missed":
        unit = f" {row['measure']}" if row["measure"] else ""
        return f"đạt {number(row['value'])}{unit}, cần {number(row['goal'])}{unit}"
    if row["kind"] == "due_soon":
        return "đến hạn hôm nay" if days == 0 else f"còn {integer(days)} ngày"
    if row["kind"] == "silent":
        return f"{integer(days)} ngày chưa báo cáo"
    return f"quá hạn {integer(days)} ngày"


def _long_ago(found: pd.DataFrame, kind: str) -> str:
    if kind != "overdue":
        return ""
    days = found.loc[found["kind"] == kind, "days"]
    old = int((days > LONG_AGO).sum())
    if old == len(days) > 1:
        return ", đều đã hơn một năm"
    return f" ({integer(old)} đã hơn một năm)" if old else ""
