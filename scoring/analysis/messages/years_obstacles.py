"""Why are two years not compared, or their change not split? What waits for a look?"""

from scoring.analysis.years.comparison import (
    NO_TABLE,
    NO_TOTAL,
    NOTHING_COMMON,
    Comparison,
    unusable_year,
)
from scoring.analysis.years.year_values import MERGED, OTHER_INDEX, YearValue
from scoring.text.format import integer


def obstacle(compared: Comparison) -> str:
    """Why the two years are not compared, or their change is not split, in one sentence."""
    before, after = compared.before, compared.after
    if compared.obstacle == MERGED:
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
