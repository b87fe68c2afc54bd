"""What is said of one indicator: its way, its sentences, what it lacks, where results differ?"""

from collections.abc import Iterator, Mapping

from scoring.analysis.messages.target_words import LACKS, STATES, origin, value
from scoring.analysis.messages.targets import judged
from scoring.analysis.messages.trends import MARKS
from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.plans.results import ENTERED
from scoring.analysis.questions import Row
from scoring.analysis.trend_breaks import Cut
from scoring.text.format import number


def path(one: Indicator, row: Row, year: int) -> str:
    """Where the indicator should be in the year, and whether it is there."""
    if row["asked"] is None:
        return f"{one.title}: {STATES['unknown'][2:].lower()}; {_why_no_way(one, row)}"
    needed = f"năm {year} cần {value(row['asked'], row['measure'])}"
    if row["value"] is None:
        return f"{one.title}: {needed}; chưa có kết quả"
    result = value(row["value"], row["measure"], row["field_size"])
    told = f"kết quả năm {int(row['value_year'])} là {result}"
    return f"{one.title}: {needed}; {told}, {judged(row)}"


def _why_no_way(one: Indicator, row: Row) -> str:
    if not one.goals:
        return LACKS.get(row["lack"], LACKS["goal"])
    first = one.goals[0].due_year
    return f"chưa có mức xuất phát trước năm {first} nên chưa biết năm này cần bao nhiêu"


def needed(one: Indicator, row: Row) -> tuple[float, str] | None:
    """What the way asks for in the year, with its words; None where a target says it itself."""
    asked = row["asked"]
    if asked is None or asked in (goal.value for goal in one.goals):
        return None
    return asked, f"cần {value(asked, row['measure'])}"


def printed(target: Row) -> str:
    """A target as its table prints it."""
    due = f" (năm {int(target['due_year'])})" if target["due_year"] else ""
    return f"Chỉ tiêu như trong tệp{due}: “{target['sentence']}”."


def reached(one: Indicator) -> str | None:
    """The result of each year: '2024: 73,00 %; 2025: 80,50 % (nhập tay)'; None without any."""
    told = [
        f"{year}: {value(found.value, one.measure, found.field_size)}"
        + (f" ({origin(found)})" if found.origin == ENTERED else "")
        for year, found in sorted(one.actuals.items())
    ]
    return f"Kết quả {'; '.join(told)}." if told else None


def readings(one: Indicator) -> Iterator[str]:
    """'83,99 → 85,99 nếu hiểu là điểm %, → 85,67 nếu hiểu là tương đối' of each rise in percent."""
    pairs = zip(one.goals, one.relative, strict=True)
    for goal, relative in pairs:
        row = next(row for row in one.rows if row["due_year"] == goal.due_year)
        if goal.value == relative.value or row["kind"] != "rise":
            continue
        base = row["base_value"] if row["base_value"] is not None else one.base and one.base[1]
        yield (
            f"{number(base)} → {number(goal.value)} nếu hiểu là điểm\u00a0%, "
            f"→ {number(relative.value)} nếu hiểu là tương đối"
        )


def lacks(one: Indicator) -> Iterator[tuple[str, Row]]:
    """What each target does not tell, and where to mend it; with the row of its file."""
    for row, lack in one.lacks:
        due = f" năm {int(row['due_year'])}" if row["due_year"] else ""
        if lack == "goal":
            cure = (
                f"câu “{row['sentence']}” chưa đọc được thành một mức{due}; ghi lại một mức duy "
                "nhất (tối thiểu 86%, tăng 2%, xếp hạng 20) trong tệp rồi nạp lại"
            )
        elif lack == "due":
            cure = (
                f"“{row['sentence']}” chưa rõ năm đến hạn; ghi năm vào tên cột, vào câu hoặc vào "
                "cột Thời hạn của tệp rồi nạp lại"
            )
        else:
            year = f" năm {int(row['base_year'])}" if row["base_year"] else ""
            cure = (
                f"“{row['sentence']}” chưa có mức gốc{year} để cộng thêm; "
                + (
                    f"nhập kết quả{year} ở dưới (chọn năm xét {int(row['base_year'])}), "
                    if row["base_year"]
                    else "ghi năm và mức gốc vào câu, "
                )
                + "hoặc nạp bảng kết quả của năm đó"
            )
        yield f"{one.title}: {cure}.", row


def differences(one: Indicator) -> Iterator[str]:
    """Where what people entered differs from what counts; where the printed base differs."""
    for said in one.differing:
        counts_as = one.actuals[said.year]
        source = f" ({said.source})" if said.source else ""
        how = "số nhập tay" if said.typed else f"số trong {origin(said)}:"
        yield (
            f"{one.title}, năm {said.year}: bảng đã nạp ghi {value(counts_as.value, one.measure)}, "
            f"{how} {value(said.value, one.measure)}{source}; đang dùng số của bảng đã nạp."
        )
    found = one.actuals.get(one.base[0]) if one.base else None
    if one.base and found and found.value != one.base[1]:
        yield (
            f"{one.title}: chỉ tiêu ghi mức gốc năm {one.base[0]} là "
            f"{value(one.base[1], one.measure)}, kết quả của năm đó là "
            f"{value(found.value, one.measure)}; đang tính từ mức gốc ghi trong chỉ tiêu."
        )


def cuts(one: Indicator) -> list[Cut]:
    """The breaks of its series between two years that are set against each other."""
    years = [*one.actuals, *(goal.due_year for goal in one.goals)]
    years += [one.base[0]] if one.base else []
    return [cut for cut in one.cuts if years and min(years) < cut.year <= max(years)]


def breaks(one: Indicator) -> Iterator[str]:
    """One sentence for each break, with the mark that stands on the chart."""
    for mark, cut in zip(MARKS, cuts(one), strict=False):
        yield (
            f"{mark} Chuỗi {one.index} gãy ở năm {cut.year}: {cut.reason}. Kết quả trước và sau "
            "năm này không nối với nhau."
        )


def whose(one: Indicator, names: Mapping[str, str]) -> Iterator[str]:
    """Which years' results are those of the organisation above, by its name; none: all its own."""
    years: dict[str, list[str]] = {}
    for year, actual in sorted(one.actuals.items()):
        if actual.organisation:
            years.setdefault(actual.organisation, []).append(str(year))
    for other, told in years.items():
        yield f"Kết quả năm {', '.join(told)} là của {names.get(other, other)}."
