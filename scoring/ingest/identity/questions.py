"""What has to be asked, or looked at, before a table can be written: whose it is, of which year."""

from collections.abc import Iterator

from scoring.ingest.cells import letter_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.identity.identity import Identity
from scoring.ingest.problems import Place, Problem
from scoring.ingest.table import Table

_WHERE = "tên cơ quan, địa phương trong tiêu đề, tên trang tính hoặc tên tệp"
_NAMED = 5  # names of rows


def identity_problems(table: Table, who: Identity, layout: Layout) -> Iterator[Problem]:
    """The questions that the texts around a table leave open; none where a person answered."""
    if layout.kind == "criteria":
        return  # a set is of no organisation; its level and years are asked when it is added
    place = Place(table.sheet, layout.header + 1)
    if table.index is None:
        yield place.problem("index-unknown", "tên chỉ số", "không có")
    yield from _organisation(table, who, layout, place)
    if table.year is None:
        plans = ", ".join(map(str, who.planned))
        found = f"chỉ thấy năm của kế hoạch: {plans}" if plans else "không có"
        yield place.problem("year-unknown", "năm được đánh giá", found)
    elif who.doubtful and table.year == who.year:
        years = ", ".join(map(str, sorted({table.year, *who.doubtful})))
        yield place.problem("year-doubtful", "một năm được đánh giá", years)


def _organisation(table: Table, who: Identity, layout: Layout, place: Place) -> Iterator[Problem]:
    if table.organisation is None:
        within = who.within
        found = (
            f"“{within.value}” trong câu “{within.text}”, chưa chắc là cơ quan được chấm"
            if within
            else "không có"
        )
        yield place.problem("organisation-unknown", _WHERE, found)
        return
    name = table.organisation.name
    if who.new and table.organisation == who.organisation:
        yield place.problem("organisation-new", "tên có trong danh mục", f"“{name}”")
    if who.together and table.organisation == who.organisation:
        names = ", ".join(f"“{one}”" for one in who.together)
        yield place.problem("organisation-doubtful", "một cơ quan, địa phương được chấm", names)
    if who.rows:
        named = ", ".join(f"“{said}” (dòng {row + 1})" for row, said in who.rows[:_NAMED])
        more = f" và {len(who.rows) - _NAMED} dòng khác" if len(who.rows) > _NAMED else ""
        first = Place(table.sheet, who.rows[0][0] + 1, letter_of(layout, "title"))
        expected = f"các dòng của một cơ quan, địa phương: “{name}”"
        yield first.problem("organisation-doubtful", expected, named + more)
