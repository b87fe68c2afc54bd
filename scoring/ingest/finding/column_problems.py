"""What has to be said of a table's columns: which lack, and which may be meant otherwise."""

from collections.abc import Iterator, Mapping

from scoring.ingest.finding.column_values import Doubt
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import column_letter
from scoring.ingest.problems import Place, Problem

FIELDS: Mapping[str, str] = {
    "code": "STT (mã)",
    "title": "tên tiêu chí",
    "max_points": "điểm chuẩn",
    "self_points": "điểm tự đánh giá",
    "points": "điểm thẩm định",
    "lost_points": "điểm bị mất",
    "survey_points": "điểm điều tra xã hội học",
    "total_points": "tổng điểm",
    "percent_of_max": "tỷ lệ so với điểm chuẩn",
    "percent": "tỷ lệ hài lòng",
    "factor": "yếu tố",
    "organisation": "cơ quan, địa phương",
    "rank": "hạng",
    "value": "giá trị chỉ số",
    "lead": "cơ quan chủ trì",
    "indicator": "tên chỉ tiêu",
    "aim": "mức phải đạt",
}


def column_problems(layout: Layout, sheet: str) -> Iterator[Problem]:
    """The needed columns that lack, or are of units; then the doubtful and superseded ones."""
    if layout.units:
        yield _units_problem(layout, sheet)
    for field in () if layout.units else layout.missing:
        found = ", ".join(f"“{text}”" for text in layout.texts if text)
        place = Place(sheet, layout.header + 1)
        yield place.problem("column-missing", f"cột {_name(field)}", f"các cột {found}")
    for doubt in layout.doubts:
        place = Place(sheet, layout.header + 1, column_letter(doubt.column))
        yield place.problem(doubt.code, _expected(doubt), _found(doubt, layout))


def _units_problem(layout: Layout, sheet: str) -> Problem:
    """That each column is of a unit of its own."""
    place = Place(sheet, layout.header + 1, column_letter(layout.units[0]))
    columns = ", ".join(f"{column_letter(at)} “{layout.texts[at]}”" for at in layout.units)
    return place.problem("columns-of-units", "một cột cho cơ quan được chấm", columns)


def _name(field: str) -> str:
    return FIELDS.get(field, field)


def _expected(doubt: Doubt) -> str:
    if doubt.code == "column-superseded":
        return f"{_name(doubt.field)} của lần cuối"
    return f"một cột {_name(doubt.field)}"


def _found(doubt: Doubt, layout: Layout) -> str:
    taken = _column(doubt.column, layout)
    if doubt.code == "column-superseded":
        return f"{taken} được dùng, {_column(doubt.other, layout)} không dùng"
    if doubt.other == doubt.column:
        return f"{taken} đang được hiểu như vậy"
    other = _column(doubt.other, layout)
    return f"hai cột cùng có thể là {_name(doubt.field)}: {taken} (đang dùng) và {other}"


def _column(at: int, layout: Layout) -> str:
    return f"cột {column_letter(at)} “{layout.texts[at]}”"
