"""What is said of satisfaction: against last year and target?"""

from dataclasses import replace

import pandas as pd

from scoring.analysis.cards import SatisfactionCard
from scoring.analysis.messages.index import trimmed
from scoring.analysis.questions import Row, records
from scoring.text.format import change_points, number, percent

NO_TARGET = "Chưa có mục tiêu"


def satisfaction(card: SatisfactionCard) -> str:
    """The overall percentage against last year, or how many factors are below their target."""
    if card.overall is not None and card.overall.percent is not None:
        return _of_all(card.overall.percent, card.overall.previous_percent)
    if not card.below + card.reached:
        return f"{len(card.factors)} yếu tố, chưa có mục tiêu"
    furthest = card.furthest
    return _against_target(
        below=card.below,
        aimed=card.below + card.reached,
        due_year=card.due_year,
        furthest=None if furthest is None else (furthest.title, furthest.short_points),
    )


def beside_overall(card: SatisfactionCard) -> str:
    """What else the card says where the overall percentage is its number: targets, else the weakest
    factor; '' without factors.
    """
    if card.below + card.reached:
        return satisfaction(replace(card, overall=None))
    weakest = card.weakest
    if weakest is None or weakest.percent is None:
        return ""
    return f"Thấp nhất: {weakest.title}, {percent(weakest.percent)}"


def factors(goals: pd.DataFrame) -> str:
    """How many factors are below their target and which by most, from `targets.with_goals`."""
    rows = [row for row in records(goals) if not row["overall"]]
    aimed = [row for row in rows if row["short_points"] is not None]
    if not aimed:
        return "; ".join(filter(None, (_overall(records(goals)), _without_target(len(rows)))))
    below = [row for row in aimed if row["short_points"] > 0]
    furthest = max(below, key=lambda row: row["short_points"], default=None)
    due_years = {row["due_year"] for row in aimed}
    return _against_target(
        below=len(below),
        aimed=len(aimed),
        due_year=due_years.pop() if len(due_years) == 1 else None,
        furthest=None if furthest is None else (furthest["title"], furthest["short_points"]),
    )


def _overall(rows: list[Row]) -> str:
    """What the overall row says; '' where there is none."""
    found = next((row for row in rows if row["overall"] and row["percent"] is not None), None)
    return "" if found is None else _of_all(found["percent"], found["previous_percent"])


def _of_all(now: float, before: float | None) -> str:
    told = f"Mức độ hài lòng chung {percent(now)}"
    return told if before is None else f"{told}, {change_points(now - before)} so với năm trước"


def _without_target(count: int) -> str:
    return f"{count} yếu tố, chưa có mục tiêu" if count else ""


def questions(asked: pd.DataFrame) -> str:
    """The question with the lowest percentage, and of which factor, from `factors.questions_of`."""
    known = [row for row in records(asked) if row["percent"] is not None]
    if not known:
        return f"{len(asked)} câu hỏi, chưa có tỷ lệ"
    lowest = min(known, key=lambda row: row["percent"])
    of = f", thuộc {lowest['factor']}" if lowest["factor"] else ""
    ranked = "Câu hỏi thấp nhất: " if len(known) > 1 else ""
    return f"{ranked}{lowest['title']}, {percent(lowest['percent'])}{of}"


def _against_target(
    *, below: int, aimed: int, due_year: int | None, furthest: tuple[str, float | None] | None
) -> str:
    target = "mục tiêu" if due_year is None else f"mục tiêu năm {due_year}"
    if furthest is None:
        return f"Cả {aimed} yếu tố đều đạt {target}" if aimed > 1 else f"Yếu tố đã đạt {target}"
    title, missing = furthest
    said = f"{title} thiếu {number(missing)} điểm\u00a0%"
    counted = f"Cả {aimed}" if below == aimed > 1 else f"{below} trên {aimed}"
    return f"{counted} yếu tố còn dưới {target}; xa nhất: {said}"


def with_standing(goals: pd.DataFrame, *, relative: bool = False) -> pd.DataFrame:
    """The frame of `targets.with_goals` with `standing`: how the target was read, what is missing.

    'Mục tiêu 2023: 85,99 % (83,99 % + 2 điểm %), thiếu 2,00 điểm %'
    """
    said = [_standing(row, relative=relative) for row in records(goals)]
    return goals.assign(standing=pd.Series(said, dtype="str", index=goals.index))


def _standing(row: Row, *, relative: bool) -> str:
    if row["kind"] is None:
        return NO_TARGET
    due = "Mục tiêu" if row["due_year"] is None else f"Mục tiêu {row['due_year']}"
    if row["goal"] is None:
        return f"{due}: “{row['sentence']}”, chưa tính được"
    return f"{due}: {_reading(row, relative=relative)}{_missing(row['short_points'])}"


def _reading(row: Row, *, relative: bool) -> str:
    goal = percent(row["goal"])
    if row["kind"] == "at_least":
        return f"từ {goal} trở lên"
    if row["kind"] == "at_most":
        return f"không quá {goal}"
    base, amount = percent(row["base_value"]), trimmed(row["amount"])
    if relative and row["is_percent"]:
        return f"{goal} ({base} × (100\u00a0% + {amount}\u00a0%))"
    return f"{goal} ({base} + {amount} điểm\u00a0%)"


def _missing(short: float | None) -> str:
    if short is None:
        return ""
    if short > 0:
        return f", thiếu {number(short)} điểm\u00a0%"
    return f", vượt {number(-short)} điểm\u00a0%" if short < 0 else ", vừa đạt"


def trend(overall: pd.DataFrame) -> str:
    """The latest overall percentage against the first one, from `satisfaction_overall`."""
    years = [row for row in records(overall) if row["percent"] is not None]
    if not years:
        return "Chưa công bố mức độ hài lòng chung"
    first, last = years[0], years[-1]
    said = f"Năm {last['year']}: {percent(last['percent'])}"
    if first is last:
        return said
    return f"{said}, {change_points(last['percent'] - first['percent'])} so với năm {first['year']}"
