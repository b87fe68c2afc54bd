"""The list that goes with an official letter: what each unit is to be reminded of."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from scoring.analysis.messages.reminders import why
from scoring.analysis.questions import Row, records
from scoring.reports.official import content, document, grid, letterhead, title
from scoring.text.format import points

NOBODY = "Chưa ghi đơn vị chủ trì"
_HEADER = ("STT", "Nội dung", "Kế hoạch", "Thời hạn", "Tình trạng", "Điểm bị mất")
_WIDTHS = (14, 96, 38, 42, 38, 24)


def reminder_list(found: pd.DataFrame, body: str, above: str | None, day: date) -> bytes:
    """A .docx with one table for each unit, in the order of what is most urgent.

    A task with several leads stands in the table of each.

    Shape: `found` as analysis.plans.reminders gives it; `body` issues the letter, `above` is the
        one over it.
    """
    made = document(landscape=True)
    letterhead(made, body, above, None, day)
    title(made, ["DANH SÁCH NỘI DUNG CẦN ĐÔN ĐỐC", f"(Tính đến ngày {day:%d/%m/%Y})"])
    units = _by_unit(found)
    if not units:
        made.add_paragraph("Không có nhiệm vụ, chỉ tiêu nào cần đôn đốc.")
    for at, (unit, rows) in enumerate(units.items(), start=1):
        made.add_heading(f"{at}. {unit}", level=2)
        grid(made, _HEADER, list(_lines(rows)), _WIDTHS, numbers=(5,))
    return content(made, subject="Danh sách nội dung cần đôn đốc")


def _by_unit(found: pd.DataFrame) -> dict[str, list[Row]]:
    units: dict[str, list[Row]] = {}
    for row in records(found):
        for unit in row["units"] or [NOBODY]:
            units.setdefault(unit, []).append(row)
    return units


def _lines(rows: list[Row]) -> Iterator[tuple[str, ...]]:
    for at, row in enumerate(rows, start=1):
        yield (
            str(at),
            row["title"],
            row["plan"] or "",
            row["deadline"] or "",
            why(row),
            points(row["lost_points"]) if row["lost_points"] is not None else "",
        )
