"""What is said of those who answer for the loss?"""

import pandas as pd

from scoring.analysis.questions import records
from scoring.text.format import integer, points, share

NO_NAMED_LEAD = "Không đơn vị nào được nêu đích danh là chủ trì"
# The three ways of counting a unit's points, as the columns of `unit_points` are called.
UNIT_MODES = {
    "lead_only": "Chủ trì một mình",
    "shared": "Chia đều cho các đơn vị chủ trì",
    "in_full": "Kể cả phần cùng chủ trì (không cộng dồn)",
}
UNIT_COLUMNS = UNIT_MODES | {"shared": "Chia đều"}  # the same over the columns of a table


def units(unit_points: pd.DataFrame, mode: str) -> str:
    """Which named unit has most points in one way of counting, from `unit_points`."""
    named = [row for row in records(unit_points) if not row["unit_group"] and row[mode] > 0]
    if not named:
        return NO_NAMED_LEAD
    first = max(named, key=lambda row: row[mode])
    return _most(first["unit"], first[mode], mode)


def _most(unit: str, lost_points: float | None, mode: str) -> str:
    said = {
        "lead_only": f"{unit} một mình chủ trì {points(lost_points)} điểm mất",
        "shared": f"{unit} chịu {points(lost_points)} điểm mất khi chia đều",
        "in_full": f"{unit} có phần trong {points(lost_points)} điểm mất",
    }[mode]
    return f"{said}, nhiều nhất trong các đơn vị nêu đích danh"


def group_only(group_share: float | None, no_lead_points: float) -> str:
    """'78,1 % điểm mất chỉ có nhóm đơn vị chủ trì, không nêu đích danh'."""
    said = f"{share(group_share)} điểm mất chỉ có nhóm đơn vị chủ trì, không nêu đích danh"
    if not no_lead_points:
        return said
    if group_share == 0:
        return f"{points(no_lead_points)} điểm mất không ghi đơn vị chủ trì"
    return f"{said}; thêm {points(no_lead_points)} điểm không ghi đơn vị chủ trì"


def unit(name: str, criteria: pd.DataFrame) -> str:
    """How many leaves one unit leads and coordinates, from `unit_criteria`."""
    rows = records(criteria)
    led = [row["lost_points"] for row in rows if row["role"] == "lead"]
    coordinated = integer(len(rows) - len(led))
    known = sum(value for value in led if value is not None)
    if not led:
        return f"{name} không chủ trì tiêu chí nào, phối hợp {coordinated} tiêu chí"
    leads = f"{name} chủ trì {integer(len(led))} tiêu chí mất {points(known)} điểm"
    return f"{leads}, phối hợp {coordinated} tiêu chí"
