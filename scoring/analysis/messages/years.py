"""What is said of two years of one organisation: points first, then the rank, then why?"""

import pandas as pd

from scoring.analysis.questions import records
from scoring.analysis.years.change import REST, Change
from scoring.analysis.years.comparison import (
    NO_TABLE,
    NO_TOTAL,
    NOTHING_COMMON,
    Comparison,
    Repeated,
    unusable_year,
)
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
from scoring.analysis.years.year_values import MERGED as MERGED_PLACES
from scoring.analysis.years.year_values import OTHER_INDEX, YearValue
from scoring.text.format import integer, number, points, rank
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
    REST: "không in, làm tròn",
}
EFFECTS = {
    "performance": "Kết quả thực hiện",
    "weights": "Trọng số",
    "structure": "Thay tiêu chí",
}
_NAMED = 3  # criteria in a sentence


def headline(compared: Comparison) -> str:
    """'Điểm tăng 3,27 (80,66 → 83,93), hạng tăng 8 bậc (40/63 → 32/63)'."""
    return f"{_values(compared)}, {_ranks(compared)}{_why(compared)}"


def field(compared: Comparison) -> str | None:
    """How the others moved: why a rank may fall while the points rise; None where unknown."""
    told = compared.field
    if told is None or not told.others or told.mean_change is None:
        return None
    size = compared.after.field_size
    if size is not None and not compared.field_known:
        known = f"{integer(told.others)} trong {integer(size - 1)} đơn vị khác"
        return f"Mới biết điểm cả hai năm của {known}, nên chưa biết bao nhiêu đơn vị vượt lên"
    moved = _moved(told.mean_change, _unit(compared))
    passing = [
        f"{integer(told.passed_by)} đơn vị vượt lên trên" if told.passed_by else "",
        f"vượt qua được {integer(told.passed)} đơn vị" if told.passed else "",
    ]
    said = ", ".join(one for one in passing if one) or "không ai vượt qua ai"
    return f"{integer(told.others)} đơn vị khác {moved} bình quân; {said}"


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
    """Which domain rose and which fell most, in points or in % of the maximum."""
    column, unit = ("share", "điểm\u00a0%") if shares else ("points", "điểm")
    moved = values.assign(rise=(values[f"{column}_after"] - values[f"{column}_before"]).round(10))
    known = [row for row in records(moved) if row["rise"] is not None]
    if not known:
        return "Không lĩnh vực nào có ở cả hai năm"
    best, worst = (pick(known, key=lambda row: row["rise"]) for pick in (max, min))
    told = [
        f"{how} nhiều nhất: {sentence_case(row['title'])}, {signed(row['rise'])} {unit}"
        for row, how, moved_so in (
            (best, "tăng", best["rise"] > 0),
            (worst, "giảm", worst["rise"] < 0),
        )
        if moved_so
    ]
    said = "; ".join(told) or "các lĩnh vực không đổi"
    return said[:1].upper() + said[1:]


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


def obstacle(compared: Comparison) -> str:
    """Why the two years are not compared, or their change is not split, in one sentence."""
    before, after = compared.before, compared.after
    if compared.obstacle == MERGED_PLACES:
        return _merged(before, after)
    if compared.obstacle == OTHER_INDEX:
        return (
            f"Năm {before.year} là chỉ số {before.index_name}, năm {after.year} là"
            f" {after.index_name}: hai chỉ số khác nhau, không so sánh được"
        )
    if compared.cut is not None:
        return (
            f"Năm {before.year} và năm {after.year} không cùng một chuỗi số liệu,"
            f" {compared.cut.reason}: chỉ đặt cạnh nhau, không tính tăng giảm"
        )
    if compared.obstacle == NOTHING_COMMON:
        return (
            "Không tiêu chí nào của hai năm khớp nhau, nên thay đổi chưa tách được; "
            "hãy ghép tiêu chí ở phần dưới"
        )
    unusable = unusable_year(compared)
    return {
        NO_TABLE: _no_table(compared),
        NO_TOTAL: f"Bảng điểm năm {unusable.year} không cho biết tổng điểm chuẩn",
    }.get(compared.obstacle, "") or _unknown_rows_or_level(compared, unusable)


def doubts(compared: Comparison) -> str | None:
    """How many proposals wait for a look; None without any."""
    count = len(compared.doubtful)
    if not count:
        return None
    return (
        f"{integer(count)} chỗ ghép tiêu chí chưa chắc; số liệu đang tính theo đề xuất, "
        "xem và sửa ở phần Ghép tiêu chí"
    )


def signed(rise: float, digits: int = 2) -> str:
    """'+1,20', '−0,35', '0,00'."""
    text = number(rise, digits)
    return f"+{text}" if rise > 0 and any(digit in text for digit in "123456789") else text


def year_name(value: YearValue) -> str:
    """'2019', '2024 · Đắk Nông (trước hợp nhất)'."""
    if value.kin == "own":
        return str(value.year)
    when = "trước" if value.kin == "before" else "sau"
    return f"{value.year} · {value.name} ({when} sắp xếp)"


def _values(compared: Comparison) -> str:
    before, after, rise = compared.before, compared.after, compared.rise
    if rise is None:
        known = [
            f"{one.name} năm {one.year}: {number(one.index_value)}"
            for one in (before, after)
            if one.index_value is not None
        ]
        return "; ".join(known) or "Chưa biết chỉ số của cả hai năm"
    span = f"{number(before.index_value)} → {number(after.index_value)}"
    what = "Điểm" if _unit(compared) == "điểm" else "Chỉ số"
    return f"{what} {_moved(rise, '' if what == 'Điểm' else _unit(compared))} ({span})"


def _ranks(compared: Comparison) -> str:
    before, after, places = compared.before, compared.after, compared.places
    held = [rank(one.rank, one.field_size) for one in (before, after)]
    if places:
        return f"hạng {'tăng' if places > 0 else 'giảm'} {abs(places)} bậc ({held[0]} → {held[1]})"
    if places == 0:
        return f"hạng giữ nguyên {held[1]}"
    if before.rank is None and after.rank is None:
        return "chưa có thứ hạng"
    if before.rank is None or after.rank is None:
        known = before if after.rank is None else after
        return f"mới biết hạng năm {known.year}: {rank(known.rank, known.field_size)}"
    if compared.values_differ:
        return f"hạng {held[0]} và {held[1]}"
    return f"hạng {held[0]} → {held[1]}, không nói tăng hay giảm vì số đơn vị xếp hạng khác nhau"


def _why(compared: Comparison) -> str:
    """Why more points brought no better rank; '' where they did, or the field is not known."""
    told, places = compared.field, compared.places
    rose = compared.rise is not None and compared.rise > 0
    if told is None or not compared.field_known or not rose or places is None or places > 0:
        return ""
    if told.passed_by:
        return f" vì {integer(told.passed_by)} đơn vị vượt lên"
    if told.mean_change is not None and told.mean_change > 0:
        return f" vì các đơn vị khác cũng {_moved(told.mean_change, '')} bình quân"
    return ""


def _moved(rise: float, unit: str) -> str:
    amount = number(abs(rise))
    if not any(digit in amount for digit in "123456789"):
        return "không đổi"
    return f"{'tăng' if rise > 0 else 'giảm'} {amount} {unit}".strip()


def _unit(compared: Comparison) -> str:
    """Points and percentage points are the same where the total maximum is 100."""
    totals = {compared.before.total_max, compared.after.total_max} - {None, 100}
    return "điểm\u00a0%" if totals else "điểm"


def _moving(rows: pd.DataFrame, said: str, none: str) -> str:
    if rows.empty:
        return none
    named = [
        f"{row['new'] or row['old']} {sentence_case(row['title'])} ({signed(row['performance'])})"
        for row in records(rows.head(_NAMED))
    ]
    return f"{said}: {'; '.join(named)}"


def _merged(before: YearValue, after: YearValue) -> str:
    merged = after if after.kin == "after" or before.kin == "before" else before
    other = before if merged is after else after
    since = other.since or merged.since
    when = "" if since is None else f" ngày {since:%d/%m/%Y}"
    return (
        f"{other.name} năm {other.year} và {merged.name} năm {merged.year} là hai đơn vị khác nhau,"
        f" trước và sau sắp xếp{when}: chỉ đặt cạnh nhau, không tính tăng giảm"
    )


def _no_table(compared: Comparison) -> str:
    without = [one for one in (compared.before, compared.after) if one.batch is None]
    years = " và ".join(str(one.year) for one in without)
    ranked = all(one.league_batch is not None for one in without)
    held = "mới có trong bảng xếp hạng, " if ranked else ""
    return f"Năm {years} {held}chưa có bảng điểm, nên chưa tách được thay đổi theo tiêu chí"


def _unknown_rows_or_level(compared: Comparison, unusable: YearValue) -> str:
    before, after = compared.before, compared.after
    if before.level != after.level:
        return (
            f"Năm {before.year} được chấm ở cấp {before.level}, năm {after.year} ở cấp"
            f" {after.level}: hai bộ tiêu chí khác cấp, không so sánh được"
        )
    count = unusable.top_rows_unknown
    rows = "Một số dòng đầu" if not count else f"{integer(count)} dòng đầu"
    return (
        f"{rows} của bảng điểm năm {unusable.year} không có điểm bị mất,"
        " nên chưa biết tổng điểm mất"
    )
