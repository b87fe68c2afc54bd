"""What does each card and each chart say, in one Vietnamese sentence?"""

from collections.abc import Mapping

import pandas as pd

from scoring.analysis.cards import (
    AbsentDomain,
    Band,
    IndexCard,
    Place,
    SatisfactionCard,
    ZeroCard,
)
from scoring.analysis.losses import ParetoPoint
from scoring.analysis.questions import Row, records
from scoring.text.format import (
    change,
    change_points,
    integer,
    number,
    percent,
    points,
    rank,
    share,
)
from scoring.text.titles import sentence_case

NO_LOSS = "Không mất điểm ở tiêu chí nào"
NO_NAMED_LEAD = "Không đơn vị nào được nêu đích danh là chủ trì"
NO_TARGET = "Chưa có mục tiêu"
UNKNOWN_KIND = "Chưa phân loại"

# The three ways of counting a unit's points, as the columns of `unit_points` are called.
UNIT_MODES = {
    "lead_only": "Chủ trì một mình",
    "shared": "Chia đều cho các đơn vị chủ trì",
    "in_full": "Tính đủ cho từng đơn vị chủ trì (không cộng được)",
}


def index_change(card: IndexCard) -> str:
    """'+3,27 điểm so với năm 2019 (80,66 %)'."""
    if card.change is None:
        return f"chưa có số liệu năm {card.previous_year} để so sánh"
    before = f"so với năm {card.previous_year} ({percent(card.previous_value)})"
    return f"{_index_difference(card, card.change)} {before}"


def index_source(card: IndexCard) -> str | None:
    """Where the value comes from when it is not this year's score table, or differs from it."""
    if card.origin == "league":
        return "Chỉ số lấy từ bảng xếp hạng; chưa nạp bảng điểm"
    if card.top_rows_unknown:
        return f"Chưa tính được chỉ số: {card.top_rows_unknown} dòng đầu không có điểm bị mất"
    if card.league_value is not None and percent(card.league_value) != percent(card.value):
        return (
            f"Bảng xếp hạng ghi {percent(card.league_value)}, bảng điểm cho {percent(card.value)}"
        )
    return None


def lost(card: IndexCard) -> str:
    """'Mất 16,07 trên 100,00 điểm'."""
    if card.lost is None or card.total_max is None:
        return "Chưa rõ điểm bị mất"
    return f"Mất {points(card.lost)} trên {points(card.total_max)} điểm"


def place(now: Place | None, before: Place | None, previous_year: int) -> str:
    """'Hạng 32/63 (năm 2019: 40/63)'."""
    if now is None or now.rank is None:
        return "Chưa có thứ hạng"
    held = f"Hạng {rank(now.rank, now.field_size)}"
    if before is None or before.rank is None:
        return held
    return f"{held} (năm {previous_year}: {rank(before.rank, before.field_size)})"


def against_field(card: IndexCard) -> str | None:
    """'+5,57 điểm so với trung bình 84,38 %'; None unless the whole field is known."""
    if card.value is None or card.place is None or card.place.mean is None:
        return None
    difference = _index_difference(card, card.value - card.place.mean)
    return f"{difference} so với trung bình {percent(card.place.mean)}"


def band(found: Band | None, year: int) -> str:
    """'Nhóm B: từ 80 % đến dưới 90 %'."""
    if found is None:
        return f"Chưa có khung xếp nhóm năm {year}"
    if found.upper is None:
        return f"Nhóm {found.name}: từ {_percent(found.lower)} trở lên"
    if found.lower is None:
        return f"Nhóm {found.name}: dưới {_percent(found.upper)}"
    return f"Nhóm {found.name}: từ {_percent(found.lower)} đến dưới {_percent(found.upper)}"


def waterfall(top: pd.DataFrame) -> str:
    """'Tài chính công mất 3,42 điểm, 21,3 % tổng điểm mất', from the top rows by loss."""
    first = _first_loss(top)
    if first is None:
        return NO_LOSS
    said = _loses(first["short_title"], first["lost_points"])
    return f"{said}, {share(first['share'])} tổng điểm mất"


def under(parent_title: str, children: pd.DataFrame) -> str:
    """Which child carries most of one criterion's loss, from the question `losses_under`."""
    first = _first_loss(children)
    if first is None:
        return f"{parent_title}: không mất điểm"
    part = (
        "" if first["share"] is None else f", {share(first['share'])} điểm mất của {parent_title}"
    )
    return f"{_loses(first['short_title'], first['lost_points'])}{part}"


def pareto(point: ParetoPoint | None) -> str:
    """'8 trên 21 tiêu chí chiếm 82,8 % điểm mất'."""
    if point is None:
        return NO_LOSS
    said = f"{point.count} trên {point.of} tiêu chí chiếm {share(point.share)} điểm mất"
    return f"{said} ({point.unknown} tiêu chí chưa rõ điểm mất)" if point.unknown else said


def kinds(by_kind: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Which kind of criterion lost most, of the leaves' loss (`losses_by_kind`)."""
    first = _first_loss(by_kind)
    if first is None:
        return NO_LOSS
    label = labels.get(first["kind"], UNKNOWN_KIND)
    whole = points(round(by_kind["lost_points"].sum(), 10))
    return f"{label} chiếm {share(first['share'])} trong {whole} điểm mất của các tiêu chí"


def zeros(card: ZeroCard | None, index: IndexCard) -> str:
    """What recovering every zero-scored leaf would give, against the next band's bound."""
    if card is None:
        return "Không tiêu chí nào bị 0 điểm"
    said = f"{card.count} tiêu chí bị 0 điểm, mất {points(card.recoverable)} điểm"
    if card.index_after is None:
        return said
    return f"{said}; lấy lại hết thì chỉ số là {percent(card.index_after)}{_to_bound(card, index)}"


def _to_bound(card: ZeroCard, index: IndexCard) -> str:
    upper = None if index.band is None else index.band.upper
    if upper is None or card.index_after is None:
        return ""
    missing = round(upper - card.index_after, 10)
    if missing <= 0:
        return f", đủ mức {_percent(upper)}"
    return f", vẫn thiếu {points(missing)} {_index_unit(index)} để lên {_percent(upper)}"


def absent_domain(domain: AbsentDomain) -> str:
    """What is inferred for a domain that the file does not print."""
    size = "" if domain.max_points is None else f", {points(domain.max_points)} điểm"
    said = f"Lĩnh vực {domain.code} ({sentence_case(domain.title)}{size})"
    return f"{said} không có trong tệp: coi là không mất điểm"


def satisfaction(card: SatisfactionCard) -> str:
    """The overall percentage against last year, or how many factors are below their target."""
    if card.overall is not None and card.overall.percent is not None:
        before = card.overall.previous_percent
        if before is None:
            return f"Mức độ hài lòng chung {percent(card.overall.percent)}"
        gained = change_points(card.overall.percent - before)
        return f"Mức độ hài lòng chung {percent(card.overall.percent)}, {gained} so với năm trước"
    if not card.below + card.reached:
        return f"{len(card.factors)} yếu tố, chưa có mục tiêu"
    furthest = card.furthest
    return _against_target(
        below=card.below,
        aimed=card.below + card.reached,
        due_year=card.due_year,
        furthest=None if furthest is None else (furthest.title, furthest.short_points),
    )


def factors(goals: pd.DataFrame) -> str:
    """How many factors are below their target and which by most, from `targets.with_goals`."""
    rows = [row for row in records(goals) if not row["overall"]]
    aimed = [row for row in rows if row["short_points"] is not None]
    if not aimed:
        return f"{len(rows)} yếu tố, chưa có mục tiêu"
    below = [row for row in aimed if row["short_points"] > 0]
    furthest = max(below, key=lambda row: row["short_points"], default=None)
    due_years = {row["due_year"] for row in aimed}
    return _against_target(
        below=len(below),
        aimed=len(aimed),
        due_year=due_years.pop() if len(due_years) == 1 else None,
        furthest=None if furthest is None else (furthest["title"], furthest["short_points"]),
    )


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
    base, amount = percent(row["base_value"]), _trimmed(row["amount"])
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


def _first_loss(frame: pd.DataFrame) -> Row | None:
    rows = records(frame.head(1))
    return rows[0] if rows and (rows[0]["lost_points"] or 0) > 0 else None


def _loses(title: str, lost_points: float) -> str:
    return f"{sentence_case(title)} mất {points(lost_points)} điểm"


def _index_unit(card: IndexCard) -> str:
    """Points and percentage points are the same where the total maximum is 100."""
    return "điểm" if card.total_max in (None, 100) else "điểm\u00a0%"


def _index_difference(card: IndexCard, difference: float) -> str:
    """A change of the index with two decimals, as indices are published."""
    return change(round(difference, 2), _index_unit(card))


def _percent(bound: float | None) -> str:
    return f"{_trimmed(bound)}\u00a0%"


def _trimmed(value: float | None) -> str:
    """'2' of 2.0 and '2,5' of 2.5: a bound or an amount as people write it."""
    written = number(value)
    return written.rstrip("0").rstrip(",") if "," in written else written
