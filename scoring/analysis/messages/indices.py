"""What is said of each index of one organisation and year, beside the others?"""

from collections.abc import Sequence

from scoring.analysis.indices import IndexView
from scoring.analysis.messages.index import trimmed
from scoring.text.format import change_points, percent, points, rank

NO_TOTAL = (
    "Mỗi chỉ số đo một việc khác nhau, theo cách khác nhau; phần mềm không cộng và không lấy "
    "trung bình các chỉ số."
)


def loaded(views: Sequence[IndexView], name: str, year: int) -> str:
    """'Lâm Đồng năm 2020 có PAR; chưa nạp SIPAS, PAPI, PCI'."""
    held = [one.index_name for one in views if one.loaded]
    missing = [one.index_name for one in views if not one.loaded]
    said = f"{name} năm {year} có {', '.join(held) if held else 'chưa chỉ số nào'}"
    return f"{said}; chưa nạp {', '.join(missing)}" if held and missing else said


def value(view: IndexView) -> str:
    """'PAPI: 52,88 % (42,30 trên 80 điểm)'; that there is none where only parts are known."""
    if view.percent is None:
        return f"{view.index_name}: chưa có giá trị chung"
    said = f"{view.index_name}: {percent(view.percent)}"
    if view.total_max is None or view.total_max == 100:
        return said
    printed = round(view.percent * view.total_max / 100, 10)
    return f"{said} ({points(printed)} trên {trimmed(view.total_max)} điểm)"


def change(view: IndexView) -> str:
    """The change on the year before, or why there is none; the rank after it."""
    before = view.year - 1
    if view.step is not None:
        said = f"{change_points(view.step)} so với năm {before}"
    elif view.cut is not None and view.cut.year == view.year and before in view.other_years:
        said = f"Không so với năm {before}: {view.cut.reason}"
    else:
        said = f"Chưa có số liệu năm {before} để so sánh"
    return said if view.rank is None else f"{said} · hạng {rank(view.rank, view.field_size)}"


def extremes(view: IndexView) -> str | None:
    """The part nearest to its maximum and the one furthest; None with fewer than two parts."""
    now = view.parts[view.parts["year"] == view.year].sort_values("percent", kind="stable")
    if len(now) < 2:
        return None
    low, high = now.iloc[0], now.iloc[-1]
    return (
        f"Cao nhất {high['name']} ({percent(high['percent'])} điểm tối đa), "
        f"thấp nhất {low['name']} ({percent(low['percent'])})"
    )


def left_out(view: IndexView) -> str | None:
    """Which loaded years the chart leaves out; None where they are all one series."""
    years = sorted(set(view.parts["year"].astype(int)) - set(view.comparable["year"].astype(int)))
    if view.cut is None or not years:
        return None
    listed = ", ".join(map(str, years))
    return f"Không vẽ năm {listed}: {view.cut.reason}."


def missing(view: IndexView) -> str:
    """Why there is no chart of an index."""
    said = f"Chưa nạp {view.index_name} năm {view.year}"
    if view.other_years:
        return f"{said}; đã có năm {', '.join(map(str, view.other_years))}."
    return f"{said}."


def no_parts(view: IndexView) -> str:
    """Why a loaded index has no parts."""
    return (
        f"Chỉ có giá trị chung của {view.index_name} năm {view.year}, chưa có bảng các lĩnh vực "
        "hay nội dung."
    )
