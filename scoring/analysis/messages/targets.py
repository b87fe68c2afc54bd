"""What is said of targets: how many are met, how each stands, what is missing to judge it?"""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from scoring.analysis.messages.target_words import LACKS, gap, measure, value, word
from scoring.analysis.messages.target_words import group as group_of
from scoring.analysis.plans.paths import STATES as IN_ORDER
from scoring.analysis.questions import Row, records

_COUNTED = {
    "met": "đạt",
    "missed": "chưa đạt",
    "on_path": "đúng lộ trình",
    "behind": "chậm so với lộ trình",
    "unknown": "chưa có kết quả",
}
_SIDES = {"at_most": ("còn cao hơn", "thấp hơn"), "rank": ("còn kém", "hơn")}


def counts(rows: pd.DataFrame) -> dict[str, int]:
    """How many of the targets that are still asked for stand in each state, those to act on first.

    Shape: `rows` of target_rows; targets whose last year is over are not counted.
    """
    found = Counter(rows.loc[~rows["past"], "state"])
    return {state: found[state] for state in IN_ORDER}


def headline(rows: pd.DataFrame, year: int) -> str:
    """'Năm 2025: 3 trên 19 chỉ tiêu đạt, 1 chậm so với lộ trình; xa nhất: …'."""
    known = counts(rows)
    total = sum(known.values())
    if not total:
        return f"Năm {year} không còn chỉ tiêu nào đang phải đạt"
    if known["unknown"] == total:
        return f"Năm {year}: {_all(total)} chỉ tiêu chưa có kết quả để xét"
    order = ("met", "on_path", "missed", "behind", "unknown")
    told = [f"{known[state]} {_COUNTED[state]}" for state in order if known[state]]
    return f"Năm {year}, trong {total} chỉ tiêu: {', '.join(told)}{_furthest(rows)}"


def _all(total: int) -> str:
    return f"cả {total}" if total > 1 else "1"


def _furthest(rows: pd.DataFrame) -> str:
    """Which one lacks most of what was asked; as a part of it, since measures differ."""
    below = rows[~rows["past"] & (rows["missing"] > 0)]
    if below.empty:
        return ""
    towards = below["missing"].where(~below["lower"], -below["missing"])
    asked_then = (below["value"] + towards).abs().clip(lower=1e-9)
    (worst,) = records(below.loc[[(below["missing"] / asked_then).idxmax()]])
    said = {"at_most": "vượt", "rank": "kém"}.get(worst["kind"], "còn thiếu")
    return f"; xa nhất: {worst['title']}, {said} {gap(worst['missing'], worst['measure'])}"


def group(rows: pd.DataFrame, *, measured: bool) -> str:
    """The message over one chart: 'Cải cách thể chế: 1 chưa đạt, 2 đạt'.

    `measured` names the measure too, where a group has charts of several.
    """
    first = records(rows)[0]
    found = Counter(rows["state"])
    told = ", ".join(f"{found[state]} {_COUNTED[state]}" for state in IN_ORDER if found[state])
    counted = f" (tính bằng {measure(first['measure'])})" if measured else ""
    return f"{group_of(first) or 'Chỉ tiêu'}{counted}: {told}"


def standing(row: Row) -> str:
    """'Cần 84,00 % năm 2026, chỉ tiêu 100,00 % năm 2030; còn thiếu 3,00 điểm %'."""
    if row["lack"] in ("goal", "due", "base"):
        return f"“{row['sentence']}”, {LACKS[row['lack']]}"
    told = judged(row)
    return f"{asked(row)}; {told}" if row["lack"] != "result" else asked(row)


def asked(row: Row) -> str:
    """What is asked for by the next target year."""
    level = value(row["goal"], row["measure"])
    if row["kind"] == "at_most":
        level = f"không quá {level}"
    elif row["kind"] == "rank":
        level = f"{level} trở lên"
    return f"Chỉ tiêu năm {int(row['due_year'])}: {level}"


def judged(row: Row) -> str:
    """How far the latest result is from what was asked in its year."""
    if row["missing"] is None:
        if row["value_year"] is None:
            return LACKS[row["lack"]]
        return f"mới có kết quả năm {int(row['value_year'])}"
    missing = row["missing"]
    on_way = row["state"] in ("on_path", "behind")
    against = f" so với mức cần của năm {int(row['value_year'])}" if on_way else ""
    if not missing:
        return f"vừa đúng mức cần{against.removeprefix(' so với mức cần')}" if on_way else "vừa đạt"
    below, above = _SIDES.get(row["kind"], ("còn thiếu", "vượt"))
    return f"{below if missing > 0 else above} {gap(abs(missing), row['measure'])}{against}"


def label(row: Row) -> tuple[str, str]:
    """The two lines over a bullet: indicator with its result, then state and standing."""
    year = f" (năm {int(row['value_year'])})" if row["value_year"] is not None else ""
    result = value(row["value"], row["measure"], row["field_size"])
    head = f"{row['title']}: {result}{year}" if row["value"] is not None else row["title"]
    return head, f"{word(row)}. {standing(row)}"


def missing_of(rows: Sequence[Row]) -> str | None:
    """How many targets cannot be judged whatever is entered, and why; None where none is."""
    found = Counter(row["lack"] for row in rows if row["lack"] in ("goal", "due", "base"))
    told = [f"{found[lack]} {LACKS[lack]}" for lack in ("goal", "due", "base") if found[lack]]
    return f"Trong số chưa có kết quả: {', '.join(told)}." if told else None
