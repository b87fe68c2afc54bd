"""What is said of a league place over the years: why the rank moved, and what does not compare?"""

from collections.abc import Sequence

import pandas as pd

from scoring.analysis.messages.ranking_words import Measure, joined, names
from scoring.analysis.questions import Row, records
from scoring.analysis.ranking_change import Passing, RankChange
from scoring.text.format import MISSING, integer, number, rank

MERGED = "01/07/2025"


def change(moved: RankChange, measure: Measure) -> str:
    """'Điểm tăng 0,80, hạng giảm 2 (30/63 → 32/63) vì 5 đơn vị vượt, vượt lại 3'."""
    return f"{_points(moved, measure)}, {_places(moved)}"


def passings(title: str, passed: Sequence[Passing], measure: Measure, tolerance: float) -> str:
    """'Vượt lên: Hà Giang (41 → 30), …', and how many of them only by what rounding explains."""
    told = [f"{one.name} ({one.rank_before} → {one.rank})" for one in passed]
    near = sum(one.inside_rounding for one in passed)
    noted = f"; {near} trong số đó chỉ cách không quá {measure.gap(tolerance)}" if near else ""
    return f"{title}: {names(told)}{noted}"


def passings_table(moved: RankChange) -> pd.DataFrame:
    """Everybody who changed sides: side, name, rank_before, rank."""
    sides = [("Vượt lên trước", moved.passed_by), ("Bị vượt qua", moved.passed)]
    rows = [
        {"side": side, "name": one.name, "rank_before": one.rank_before, "rank": one.rank}
        for side, passed in sides
        for one in passed
    ]
    return pd.DataFrame(rows, columns=["side", "name", "rank_before", "rank"])


def others_moved(moved: RankChange) -> str | None:
    """Members that only one of the two years has; they move ranks without passing anybody."""
    if not moved.whole or not (moved.entered or moved.left):
        return None
    return (
        f"Ngoài ra {integer(moved.entered)} đơn vị chỉ có trong bảng năm nay, "
        f"{integer(moved.left)} đơn vị chỉ có trong bảng năm {moved.year_before}"
    )


def no_year_before(year: int, name: str, former: Sequence[str]) -> str:
    """Why the rank is not compared with the year before."""
    if former:
        return (
            f"Không so với năm {year}: khi đó {names(former)} còn là các đơn vị riêng, "
            f"chưa sắp xếp thành {name}"
        )
    return f"Chưa có bảng xếp hạng năm {year} có {name} để so sánh"


def by_year(lines: pd.DataFrame, measure: Measure) -> str:
    """The last own value with its place, and the step from the year before where they compare.

    Shape: `lines` as `ranking_years.with_lines` gives them.
    """
    known = [row for row in records(lines) if row["own"]]
    if not known:
        return "Chưa có điểm qua các năm"
    last = known[-1]
    said = f"Năm {last['year']}: {measure.value(last['value'])}, hạng {_rank(last)}"
    if last["step"] is None:
        return said
    before = next(row for row in known if row["year"] == last["year"] - 1)
    return (
        f"{said}; {measure.signed(last['step'])} so với năm {before['year']} (hạng {_rank(before)})"
    )


def series_broken(moved: RankChange, reason: str) -> str:
    """Why the points of two years do not compare, from the reason of a cut; ranks still do."""
    return f"Không so điểm với năm {moved.year_before}: {reason}; {_places(moved)}"


def lines_broken(reasons: Sequence[str]) -> str | None:
    """Why the lines of the years are cut; None where they are not."""
    if not reasons:
        return None
    return f"Đường bị ngắt vì {'; '.join(reasons)}: không so các năm trước với các năm sau"


def fields_apart(sizes: Sequence[int]) -> str | None:
    """Why ranks of fields of different sizes are not drawn on one axis."""
    if len(set(sizes)) < 2:
        return None
    counts = joined([integer(size) for size in sorted(set(sizes), reverse=True)])
    return (
        f"Các năm xếp {counts} đơn vị (từ {MERGED} cả nước còn 34 tỉnh, thành phố), nên đồ thị chỉ "
        "vẽ điểm; thứ hạng ghi kèm số đơn vị, không đặt chung một trục"
    )


def lines_that_end(name: str, others: Sequence[str]) -> str:
    """What the further lines are: those before or after a merger, each by itself."""
    return (
        f"Nét đứt: {names(others)}, đơn vị trước hoặc sau sắp xếp của {name}; mỗi đơn vị một "
        "đường riêng, không lấy trung bình"
    )


def _points(moved: RankChange, measure: Measure) -> str:
    points = moved.points
    if points is None:
        return f"Chưa biết điểm của cả hai năm {moved.year_before} và {moved.year_before + 1}"
    if round(points, 2) == 0:
        return "Điểm không đổi"
    if abs(points) <= moved.tolerance + 1e-9:
        return f"Điểm đổi {measure.signed(points)}, trong mức làm tròn"
    direction = "tăng" if points > 0 else "giảm"
    return f"Điểm {direction} {number(abs(points))}{_unit(measure)}"


def _unit(measure: Measure) -> str:
    return "" if measure.unit == "điểm" else f" {measure.unit}"


def _places(moved: RankChange) -> str:
    if moved.size is None or moved.size_before is None:
        return "không so hạng: bảng không ghi cả nhóm có bao nhiêu đơn vị"
    if not moved.same_field:
        return (
            f"không so hạng: năm {moved.year_before} xếp {integer(moved.size_before)} đơn vị, "
            f"năm {moved.year_before + 1} xếp {integer(moved.size)}"
        )
    if moved.places is None:
        return "chưa biết thứ hạng của cả hai năm"
    ranks = f"{rank(moved.rank_before, moved.size_before)} → {rank(moved.rank, moved.size)}"
    if moved.places == 0:
        said = f"hạng giữ nguyên {rank(moved.rank, moved.size)}"
    else:
        said = f"hạng {'tăng' if moved.places > 0 else 'giảm'} {abs(moved.places)} ({ranks})"
    return f"{said}{_because(moved)}"


def _because(moved: RankChange) -> str:
    if not moved.everybody_known:
        return (
            f"; chưa nêu được đủ ai vượt ai vì mới biết hạng cả hai năm của "
            f"{integer(moved.others_known)} trên {integer((moved.size or 1) - 1)} đơn vị khác"
        )
    up, down = len(moved.passed), len(moved.passed_by)
    if not up and not down:
        return ""
    if (moved.places or 0) > 0:
        return f" vì vượt {up} đơn vị" + (f", bị {down} đơn vị vượt" if down else "")
    if (moved.places or 0) < 0:
        return f" vì {down} đơn vị vượt" + (f", vượt lại {up}" if up else "")
    return f": {down} đơn vị vượt, vượt lại {up}"


def _rank(row: Row) -> str:
    return MISSING if row["rank"] is None else rank(row["rank"], row["field_size"])
