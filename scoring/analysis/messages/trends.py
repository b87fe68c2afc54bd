"""What is said of an index over the years: where it goes, where it breaks, what is missing?"""

from collections.abc import Iterator, Sequence

import pandas as pd

from scoring.analysis.trend_breaks import Cut, missing_years
from scoring.analysis.trend_lines import Line
from scoring.analysis.trend_rules import FEWEST_YEARS, STEADY, Course, course
from scoring.text.format import change_points, number, percent

COURSES: dict[Course, str] = {
    "rising": "đang tăng",
    "slowing": "tăng chậm lại",
    "flat": "đi ngang",
    "falling": "đang giảm",
    "recovering": "đang phục hồi",
}
_STEADY = f"±{number(STEADY)} điểm\u00a0%"
RULE = (
    f"Cách xếp: xét hai mức thay đổi gần nhất của các năm liền nhau; thay đổi trong {_STEADY} coi "
    "là không đổi. Giảm rồi tăng là phục hồi; tăng ít hơn lần trước quá mức đó, hoặc tăng rồi "
    "không đổi, là tăng chậm lại; hai lần không đổi thì xét tổng của cả hai."
)
ROUNDING = 0.01  # percentage points that official tables differ by when they round
MARKS = "①②③④⑤⑥⑦⑧⑨"


def last_segment(line: Line) -> pd.DataFrame:
    """The last years in a row that are one series."""
    values = line.values
    return values[values["segment"] == values["segment"].max()]


def line_course(line: Line) -> Course | None:
    """Where a line is going at its end; None where too few years stand in a row."""
    return course([float(value) for value in last_segment(line)["percent"]])


def headline(line: Line, index_name: str) -> str:
    """'SIPAS của Cả nước tăng chậm lại: 83,94 % năm 2024, +1,28 điểm % so với năm 2023, …'."""
    years = last_segment(line)
    found = line_course(line)
    last = years.iloc[-1]
    value = f"{percent(last['percent'])} năm {int(last['year'])}"
    if found is None:
        return f"{index_name} của {line.label}: {value}{_against(years)}; {_too_few(years)}"
    return f"{index_name} của {line.label} {COURSES[found]}: {value}{_against(years)}"


def _against(years: pd.DataFrame) -> str:
    """The change on the year before and, of three years or more, on the first of the series."""
    last, first = years.iloc[-1], years.iloc[0]
    said = []
    if len(years) > 1:
        said.append(f"{change_points(last['step'])} so với năm {int(last['year']) - 1}")
    if len(years) > 2:
        whole = change_points(round(last["percent"] - first["percent"], 10))
        said.append(f"{whole} so với năm {int(first['year'])}")
    return "".join(f", {one}" for one in said)


def _too_few(years: pd.DataFrame) -> str:
    if len(years) == 1:
        return f"chưa có năm liền trước so được, cần {FEWEST_YEARS} năm để nói xu hướng"
    held = f"mới có {len(years)} năm liền nhau"
    return f"{held} so được với nhau, cần {FEWEST_YEARS} năm để nói xu hướng"


def steps(line: Line) -> str:
    """'80,08 % (2022) → 82,66 % (2023, +2,58 điểm %) → …'; '‖' where no year is compared."""
    said = ""
    for row in line.values.itertuples():
        known = pd.notna(row.step)
        told = f"{row.year}, {change_points(row.step)}" if known else f"{row.year}"
        between = "" if not said else " → " if known else " ‖ "
        said += f"{between}{percent(row.percent)} ({told})"
    return said


def placed(found: Sequence[Cut]) -> list[tuple[int, str]]:
    """Where on a chart the breaks stand, and by which sign each is told below it."""
    return [(cut.year, _mark(at)) for at, cut in enumerate(found)]


def _mark(at: int) -> str:
    return MARKS[at] if at < len(MARKS) else "•"


def breaks(found: Sequence[Cut]) -> Iterator[str]:
    """One sentence for each break, with the mark that stands on the chart."""
    for at, cut in enumerate(found):
        yield (
            f"{_mark(at)} Chuỗi gãy ở năm {cut.year}: {cut.reason}. "
            "Không so các năm trước với các năm sau."
        )


def disagreements(shown: Sequence[Line]) -> Iterator[str]:
    """In which years the loaded tables print different values, and which of them is drawn."""
    for line in shown:
        for row in line.values.itertuples():
            low, high = min(row.percent, row.lowest), max(row.percent, row.highest)
            if round(high - low, 10) > ROUNDING:
                yield (
                    f"{line.label}, năm {row.year}: các nguồn đã nạp ghi từ {percent(low)} đến "
                    f"{percent(high)}; đang vẽ {percent(row.percent)}."
                )


def gaps(shown: Sequence[Line]) -> Iterator[str]:
    """Which years lines lack between their first and their last; lines alike in one sentence."""
    found = [(", ".join(map(str, missing_years(one.values))), one.label) for one in shown]
    for years, labels in _grouped(found).items():
        if years:
            yield f"{labels}: không có số liệu năm {years} nên đường để hở, không nối."


def ends(shown: Sequence[Line]) -> Iterator[str]:
    """Which lines end because their organisation became another one, and where they do."""
    for told, labels in _grouped([(_end(one), one.label) for one in shown]).items():
        if told:
            mark, _, said = told.partition("|")
            yield f"{mark}{labels}: {said}"


def _end(line: Line) -> str:
    """The mark on the chart and the sentence, parted by a bar; '' for a line that goes on."""
    if line.went_into is None or line.since is None:
        return ""
    mark = "✕ " if line.ended else ""
    return (
        f"{mark}|số liệu đến năm {line.last_year}; từ {line.since:%d/%m/%Y} nhập vào "
        f"{line.went_into} nên đường không đi tiếp."
    )


def _grouped(told: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What is said → the labels of those of whom it is said."""
    found: dict[str, list[str]] = {}
    for said, label in told:
        found.setdefault(said, []).append(label)
    return {said: ", ".join(labels) for said, labels in found.items()}


def together(shown: Sequence[Line]) -> str | None:
    """That several lines are never one; None for a single line."""
    if len(shown) < 2:
        return None
    return (
        "Mỗi đường là một cơ quan của thời điểm đó; số liệu trước và sau sắp xếp không cộng, "
        "không lấy trung bình và không so với nhau."
    )


def without(names: Sequence[str], index_name: str) -> str | None:
    """Whose lines are missing beside those that are drawn; None where none is."""
    return f"Chưa có số liệu {index_name} của {', '.join(names)}." if names else None


def parts(series: pd.DataFrame) -> str | None:
    """Which part rose and which fell most on the year before; None where none can be compared.

    Shape: as `trend_parts.part_series` gives it.
    """
    last = series[series["year"] == series["year"].max()] if len(series) else series
    known = last[last["step"].notna()].sort_values("step", kind="stable")
    if known.empty:
        return None
    fell, rose = known.iloc[0], known.iloc[-1]
    if len(known) == 1 or fell["step"] == rose["step"]:
        return f"{rose['name']}: {change_points(rose['step'])} so với năm {int(rose['year']) - 1}"
    low = "giảm nhiều nhất" if fell["step"] < 0 else "tăng ít nhất"
    high = "tăng nhiều nhất" if rose["step"] > 0 else "giảm ít nhất"
    return (
        f"Năm {int(rose['year'])} {high}: {rose['name']} ({change_points(rose['step'])}); "
        f"{low}: {fell['name']} ({change_points(fell['step'])})"
    )
