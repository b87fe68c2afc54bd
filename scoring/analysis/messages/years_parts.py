"""Where did the change between two years come from: effects, domains, criteria, repeated losses?"""

import pandas as pd

from scoring.analysis.messages.years import signed
from scoring.analysis.questions import Row, records
from scoring.analysis.years.change import REST, Change
from scoring.analysis.years.comparison import Repeated
from scoring.analysis.years.linkable import ALONE, DOUBTFUL, SETTLED
from scoring.analysis.years.matches import (
    DROPPED,
    MERGED,
    NEW,
    RENAMED,
    REWEIGHTED,
    SAME,
    SPLIT,
    UNPRINTED,
)
from scoring.text.format import integer, points
from scoring.text.titles import sentence_case

RELATIONS = {
    SAME: "giữ nguyên",
    RENAMED: "đổi tên",
    REWEIGHTED: "đổi điểm chuẩn",
    SPLIT: "tách ra",
    MERGED: "gộp lại",
    NEW: "mới",
    DROPPED: "bỏ",
    UNPRINTED: "không in",
    REST: "không in, thiếu điểm, làm tròn",
}
# How a criterion stands while pairs are linked by hand.
LINK_STATES = {ALONE: "chưa có cặp", DOUBTFUL: "chưa chắc", SETTLED: ""}
EFFECTS = {
    "performance": "Kết quả thực hiện",
    "weights": "Trọng số",
    "structure": "Thay tiêu chí",
}
_NAMED = 3  # criteria in a sentence


def split(change: Change) -> str:
    """What made the change, in the order of size of a leader's say: results first."""
    told = [f"{name.lower()} {signed(change.sum_of(effect))}" for effect, name in EFFECTS.items()]
    return f"Thay đổi {signed(change.total)} gồm {', '.join(told)}"


def improved(rows: pd.DataFrame) -> str:
    """The criteria whose results rose most, from `effects.improved`."""
    return _moving(rows, "Tăng nhiều nhất", "Không tiêu chí nào tăng kết quả")


def fell(rows: pd.DataFrame) -> str:
    """The criteria whose results fell most, from `effects.fell`."""
    return _moving(rows, "Giảm nhiều nhất", "Không tiêu chí nào giảm kết quả")


def by_domain(effects: pd.DataFrame) -> str:
    """Which domain raised the index most and which lowered it most, from `domain_effects`."""
    named = effects[effects["code"] != ""].round({"effect": 10})
    if named.empty:
        return "Không lĩnh vực nào khớp giữa hai năm"
    best, worst = (
        records(named.loc[[named["effect"].agg(pick)]])[0] for pick in ("idxmax", "idxmin")
    )
    told = []
    if best["effect"] > 0:
        title = sentence_case(best["title"])
        told.append(f"{title} kéo chỉ số lên nhiều nhất ({signed(best['effect'])})")
    if worst["effect"] < 0:
        title = sentence_case(worst["title"])
        told.append(f"{title} kéo xuống nhiều nhất ({signed(worst['effect'])})")
    return "; ".join(told) or "Không lĩnh vực nào làm chỉ số thay đổi"


def domains(values: pd.DataFrame, *, shares: bool) -> str:
    """Which domain rose and which fell most, in points or in % of the maximum.

    Points of another maximum say so: they may rise where the domain pulled the index down.
    """
    column, unit = ("share", "điểm\u00a0%") if shares else ("points", "điểm")
    what = "Tỷ lệ đạt" if shares else "Điểm đạt"
    moved = values.assign(rise=(values[f"{column}_after"] - values[f"{column}_before"]).round(10))
    known = [row for row in records(moved) if row["rise"] is not None]
    if not known:
        return "Không lĩnh vực nào có ở cả hai năm"
    best, worst = (pick(known, key=lambda row: row["rise"]) for pick in (max, min))
    told = [
        f"{how} nhiều nhất: {sentence_case(row['title'])}, {signed(row['rise'])} {unit}"
        f"{'' if shares else _other_maximum(row)}"
        for row, how, moved_so in (
            (best, "tăng", best["rise"] > 0),
            (worst, "giảm", worst["rise"] < 0),
        )
        if moved_so
    ]
    return f"{what} {'; '.join(told) or 'của các lĩnh vực không đổi'}"


def left_out(values: pd.DataFrame) -> str | None:
    """Which domains one year's table does not print, and what that is taken for."""
    out = [row["new"] or row["old"] for row in records(values) if row["left_out"]]
    if not out:
        return None
    return (
        f"Lĩnh vực {', '.join(out)} không có trong bảng của một năm: coi là không mất điểm năm đó"
    )


def other_maxima(values: pd.DataFrame) -> str | None:
    """Which domains have another maximum, so that their points do not compare."""
    moved = values["max_before"].round(6) != values["max_after"].round(6)
    both = values["max_before"].notna() & values["max_after"].notna()
    codes = [row["new"] for row in records(values[moved & both])]
    if not codes:
        return None
    return (
        f"Điểm chuẩn của lĩnh vực {', '.join(codes)} đã khác giữa hai năm:"
        " xem theo % điểm chuẩn để so mức đạt"
    )


def repeated(found: Repeated) -> str:
    """What was lost in each of three years, or which year is missing to say so."""
    span = f"{found.years[0]}–{found.years[-1]}"
    if found.rows is None:
        missing = ", ".join(str(year) for year in found.missing)
        return (
            f"Chưa biết tiêu chí nào mất điểm cả ba năm {span}:"
            f" chưa có bảng điểm dùng được năm {missing}"
        )
    if found.rows.empty:
        return f"Không tiêu chí nào mất điểm cả ba năm {span}"
    first = found.rows.iloc[0]
    whole = points(round(float(found.rows["lost"].sum()), 10))
    return (
        f"{integer(len(found.rows))} tiêu chí mất điểm cả ba năm {span}, cộng lại {whole} điểm;"
        f" nhiều nhất: {first['code']} {sentence_case(first['title'])},"
        f" {points(first['lost'])} điểm"
    )


def _other_maximum(row: Row) -> str:
    """' (điểm chuẩn 10,00 → 17,00)' where it is another one."""
    before, after = row["max_before"], row["max_after"]
    if before is None or after is None or round(before - after, 6) == 0:
        return ""
    return f" (điểm chuẩn {points(before)} → {points(after)})"


def _moving(rows: pd.DataFrame, said: str, none: str) -> str:
    if rows.empty:
        return none
    named = [
        f"{row['new'] or row['old']} {sentence_case(row['title'])} ({signed(row['performance'])})"
        for row in records(rows.head(_NAMED))
    ]
    return f"{said}: {'; '.join(named)}"
