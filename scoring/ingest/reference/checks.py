"""Do the reference files agree with each other and with themselves?"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from scoring.ingest.problems import Problem, problem
from scoring.ingest.reference.files import Row
from scoring.ingest.reference.values import CriteriaSet, Criterion
from scoring.text.codes import parent_of
from scoring.text.format import points
from scoring.text.words import fold

ROUNDING = 0.005


def repeated(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[Problem]:
    """Rows that say in these columns, case apart, what an earlier row says."""
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(fold(str(row.values[column])) for column in columns)
        earlier = first.setdefault(key, row.number)
        if earlier != row.number:
            expected = f"giá trị khác với dòng {earlier}"
            yield row.problem("reference-duplicate", columns[0], expected, row.values[columns[0]])


def unknown(rows: Sequence[Row], column: str, known: Collection[str]) -> Iterator[Problem]:
    """Rows that name something which no file gives."""
    for row in rows:
        named = row.values[column]
        if named is not None and named not in known:
            yield row.problem("reference-unknown", column, "một tên đã có trong danh mục", named)


def shared_aliases(rows: Sequence[Row], title: str) -> Iterator[Problem]:
    """Rows with an alias that already means another row's title."""
    meant: dict[tuple[object, str], object] = {}
    for row in rows:
        index_name = row.values.get("index_name")
        for alias in (row.values[title], *row.values["aliases"]):
            other = meant.setdefault((index_name, fold(alias)), row.values[title])
            if other != row.values[title]:
                expected = f"tên chưa dùng cho “{other}”"
                yield row.problem("reference-duplicate", "aliases", expected, alias)


def turned_periods(rows: Sequence[Row], first: str, last: str) -> Iterator[Problem]:
    """Rows whose period ends before it begins."""
    for row in rows:
        begins, ends = row.values[first], row.values[last]
        if begins is not None and ends is not None and ends < begins:
            yield row.problem("reference-period", last, f"không trước {begins}", ends)


def overlaps(rows: Sequence[Row], sets: Sequence[CriteriaSet]) -> Iterator[Problem]:
    """Sets that could score the same year with equal right: same index, level, length of period."""
    for at, (row, one) in enumerate(zip(rows, sets, strict=True)):
        for other in sets[:at]:
            same = (one.index_name, one.level, one.years) == (
                other.index_name,
                other.level,
                other.years,
            )
            if same and (one.covers(other.from_year) or other.covers(one.from_year)):
                expected = f"khoảng năm không trùng với {other.id}"
                yield row.problem("reference-overlap", "from_year", expected, one.from_year)


def orphans(rows: Sequence[Row]) -> Iterator[Problem]:
    """Criteria whose parent is not in the set."""
    codes = {row.values["code"] for row in rows}
    for row in rows:
        parent = parent_of(row.values["code"])
        if parent and parent not in codes:
            yield row.problem("reference-unknown", "code", f"có dòng của tiêu chí {parent}", parent)


def overfull(rows: Sequence[Row], criteria: Mapping[str, Criterion]) -> Iterator[Problem]:
    """Criteria whose children can earn more points than they can."""
    for row in rows:
        most = row.values["max_points"]
        below = _points_under(row.values["code"], criteria)
        if most is not None and below > most + ROUNDING:
            expected = f"ít nhất {points(below)} (tổng của các tiêu chí thành phần)"
            yield row.problem("reference-children-exceed", "max_points", expected, points(most))


def above_total(one: CriteriaSet, file: str) -> Iterator[Problem]:
    """A set whose domains can earn more points than its total."""
    below = _points_under("", one.criteria)
    if one.total is not None and below > one.total + ROUNDING:
        yield problem(
            "reference-total-exceeded",
            sheet=file,
            expected=f"nhiều nhất {points(one.total)} điểm",
            found=f"{points(below)} điểm",
        )


def _points_under(code: str, criteria: Mapping[str, Criterion]) -> float:
    return sum(one.max_points or 0 for one in criteria.values() if parent_of(one.code) == code)
