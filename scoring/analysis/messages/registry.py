"""What is said of the units that plans name: how they are printed, who a group is?"""

from collections.abc import Sequence

import pandas as pd

from scoring.analysis.questions import Row
from scoring.text.format import integer


def registry(found: pd.DataFrame) -> str:
    """How many units and groups are named, and how many names nobody knows, from plans.registry."""
    groups = int(found["unit_group"].sum())
    unknown = int((~found["recognised"]).sum())
    units = f"{integer(len(found) - groups)} đơn vị và {integer(groups)} nhóm"
    times = f"được nêu {integer(found['times'].sum())} lần"
    told = f"{integer(unknown)} tên chưa có trong danh mục" if unknown else "tên nào cũng đã biết"
    return f"{units} {times}; {told}"


def spellings(pairs: Sequence[tuple[str, int]]) -> str:
    """'Sở KH&ĐT (5 lần); Sở Kế hoạch và Đầu tư (2 lần)'."""
    return "; ".join(f"{printed} ({integer(times)} lần)" for printed, times in pairs)


def meaning(row: Row | None) -> str:
    """Who is meant by a group, from a row of `group_meanings`; None: nobody decided."""
    if row is None:
        return "chưa quyết định"
    units = row["units"].splitlines()
    if row["meaning"] == "members":
        return f"{integer(len(units))} thành viên"
    return f"đầu mối: {units[0]}" if row["meaning"] == "focal" else "không chỉ riêng ai"


def merged(rows: Sequence[Row]) -> str:
    """'từ 01/03/2025 là Sở Tài chính', of the rows of plans.registry.now_called."""
    return "; ".join(f"từ {row['since']:%d/%m/%Y} là {row['now']}" for row in rows)
