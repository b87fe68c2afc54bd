"""Where the tables of a sheet are: header rows, columns, and the rows below them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from scoring.ingest.headers import EXACT, Headers, years_in
from scoring.ingest.workbook import Cell, Sheet, cell_name
from scoring.text.words import nfc

TALLEST_HEADER = 3
_DATED = (date, time, timedelta)
_FIGURE = re.compile(r"[-+−]?[\d.,\s]*\d[\d.,\s]*%?")
_COLUMN_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[A-Z])\s*\)?(?:\s*=.*)?")


@dataclass(frozen=True)
class Form:
    """What the columns of one kind of table are: those it may have and those it needs."""

    kind: str
    fields: tuple[str, ...]
    needs: tuple[frozenset[str], ...]  # at least one field of each
    yearly: frozenset[str]  # fields that may stand side by side for several years


FORMS = (
    Form(
        "scores",
        (
            *("code", "title", "max_points", "self_points", "points", "lost_points"),
            *("survey_points", "total_points", "percent_of_max", "solution", "lead"),
            *("coordinating", "deadline", "evidence", "note"),
        ),
        (
            frozenset({"code", "title"}),
            frozenset({"max_points", "lost_points"}),
            frozenset({"points", "lost_points", "self_points", "total_points"}),
            frozenset({"max_points", "points"}),
        ),
        frozenset({"max_points", "self_points", "points", "lost_points", "total_points"}),
    ),
    Form(
        "league",
        ("rank", "organisation", "value", "points", "survey_points", "total_points", "source"),
        (
            frozenset({"organisation"}),
            frozenset({"value", "total_points", "points", "rank"}),
            frozenset({"rank", "value"}),
        ),
        frozenset({"rank", "value"}),
    ),
    Form(
        "satisfaction",
        ("code", "factor", "percent", "target", "source", "note"),
        (frozenset({"factor"}), frozenset({"percent"})),
        frozenset({"percent"}),
    ),
    Form(
        "tasks",
        (
            *("code", "title", "solution", "goal", "product", "lead", "coordinating"),
            *("deadline", "note"),
        ),
        (
            frozenset({"title", "solution"}),
            frozenset({"lead", "deadline"}),
            frozenset({"lead", "product", "coordinating"}),
        ),
        frozenset(),
    ),
)


@dataclass(frozen=True)
class Layout:
    """One table: its kind, the column of each field, its rows (all counted from 0)."""

    kind: str
    columns: Mapping[str, int]
    labels: Mapping[str, str]  # field → header text as written
    header: int
    first: int
    last: int  # exclusive
    year: int | None  # where the header names one, as in two years side by side
    part: int  # which of the tables that share this header
    score: int

    @property
    def anchor(self) -> str:
        """The address of the header's first cell, which tells two tables of a sheet apart."""
        return cell_name(self.header, min(self.columns.values()))

    def cells(self, sheet: Sheet, field: str) -> list[Cell]:
        """The cells of one column below the header; blanks where there is no such column."""
        rows = sheet.rows[self.first : self.last]
        at = self.columns.get(field)
        return [""] * len(rows) if at is None else [row[at] for row in rows]


def layouts(sheet: Sheet, headers: Headers, forms: Sequence[Form] = FORMS) -> tuple[Layout, ...]:
    """All tables of a sheet, top to bottom; two years side by side are two of them."""
    found: list[tuple[Layout, ...]] = []
    row = 0
    rows = sheet.rows
    while row < len(rows):
        tables = _tables_at(sheet, row, headers, forms) if _may_be_header(rows[row]) else ()
        if not tables:
            row += 1
            continue
        repeated = bool(found) and tables[0].columns == found[-1][0].columns
        if not repeated:
            found = [*found[:-1], _ended(found[-1], row)] if found else []
            found.append(tables)
        row = tables[0].first
    return tuple(table for tables in found for table in tables)


def _ended(tables: tuple[Layout, ...], row: int) -> tuple[Layout, ...]:
    return tuple(replace(table, last=row) for table in tables)


def _may_be_header(row: Sequence[Cell]) -> bool:
    """A cheap look: some texts, and no codes or numbers but years."""
    texts = 0
    for cell in row:
        kind = type(cell)
        if kind is str:
            if cell and _FIGURE.fullmatch(cell) and not _is_year(cell):
                return False
            texts += cell != ""
        elif kind in (float, int):
            if not (1980 <= cell <= 2100 and cell == int(cell)):
                return False
        elif isinstance(cell, _DATED):
            return False
    return texts >= 2


def _is_year(cell: str) -> bool:
    return len(cell) < 7 and bool(years_in(cell))


def _tables_at(
    sheet: Sheet, row: int, headers: Headers, forms: Sequence[Form]
) -> tuple[Layout, ...]:
    """The tables whose header begins at this row: the height that explains most columns."""
    best: tuple[Layout, ...] = ()
    for height in range(1, TALLEST_HEADER + 1):
        if row + height > len(sheet.rows):
            break
        if height > 1 and not _may_continue(sheet.rows[row + height - 1]):
            break
        tables = tuple(_tables_with(sheet, row, height, headers, forms))
        if tables and (not best or _weight(tables) > _weight(best)):
            best = tables
    return best


def _weight(tables: Sequence[Layout]) -> int:
    return sum(table.score for table in tables)


def _may_continue(row: Sequence[Cell]) -> bool:
    texts = [cell for cell in row if cell != ""]
    return bool(texts) and all(
        type(cell) is str or (type(cell) in (float, int) and 1980 <= cell <= 2100) for cell in texts
    )


def _tables_with(
    sheet: Sheet, row: int, height: int, headers: Headers, forms: Sequence[Form]
) -> Iterator[Layout]:
    parts = _header_parts(sheet, row, height)
    best: tuple[int, Form, dict[str, list[int]]] | None = None
    for form in forms:
        score, columns = _assigned(form, parts, headers)
        if columns and (best is None or score > best[0]):
            best = (score, form, columns)
    if best is None:
        return
    score, form, columns = best
    first = row + height
    while first < len(sheet.rows) and _numbers_columns(sheet.rows[first]):
        first += 1
    texts = [nfc(" ".join(dict.fromkeys(part))) for part in parts]
    for part, (year, chosen) in enumerate(_by_year(form, columns, parts)):
        yield Layout(
            kind=form.kind,
            columns=chosen,
            labels={field: texts[at] for field, at in chosen.items()},
            header=row,
            first=first,
            last=len(sheet.rows),
            year=year,
            part=part,
            score=score,
        )


def _header_parts(sheet: Sheet, row: int, height: int) -> list[list[str]]:
    """For each column the header texts above it, merged cells filled."""
    width = max(len(sheet.rows[row + line]) for line in range(height))
    grid = [
        [_label(cell) for cell in sheet.rows[row + line]] + [""] * width for line in range(height)
    ]
    for (top, left), (bottom, right) in sheet.merged:
        if row <= top < row + height:
            for line in range(top, min(bottom + 1, row + height)):
                for column in range(left, min(right + 1, width)):
                    grid[line - row][column] = grid[top - row][left]
    for line in range(height - 1):
        _carry_years(grid[line], grid[line + 1], width)
    return [[grid[line][at] for line in range(height) if grid[line][at]] for at in range(width)]


def _carry_years(line: list[str], below: list[str], width: int) -> None:
    """'Năm 2019' stands over the blank cells to its right although nobody merged them."""
    for at in range(1, width):
        if not line[at] and below[at] and years_in(line[at - 1]) and below[at - 1]:
            line[at] = line[at - 1]


def _label(cell: Cell) -> str:
    if type(cell) is str:
        return nfc(cell)
    return str(int(cell)) if type(cell) in (float, int) else ""


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """A row that only numbers the columns: (1) (2) (3)=(1)−(2) …"""
    texts = [_label(cell) for cell in row if cell != ""]
    return len(texts) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)


def _assigned(
    form: Form, parts: Sequence[Sequence[str]], headers: Headers
) -> tuple[int, dict[str, list[int]]]:
    """The columns of each field of a form, none when a needed one lacks.

    The surest names choose first, and among them those that can stand for least else.
    """
    wishes = []
    for at, texts in enumerate(parts):
        known = _matches(texts, headers)
        wanted = [field for field in form.fields if field in known]
        for rank, field in enumerate(wanted):
            wishes.append((-known[field], len(wanted), at, rank, field))
    wishes.sort()
    columns: dict[str, list[int]] = {}
    taken: set[int] = set()
    score = exact = 0
    for strength, _, at, _, field in wishes:
        repeated = field in columns and not (field in form.yearly and years_in(" ".join(parts[at])))
        if at in taken or repeated:
            continue
        columns.setdefault(field, []).append(at)
        taken.add(at)
        score -= strength
        exact += strength == -EXACT
    complete = exact > 0 and all(needed & columns.keys() for needed in form.needs)
    return (score, columns) if complete else (0, {})


def _matches(texts: Sequence[str], headers: Headers) -> Mapping[str, int]:
    """What the texts above one column stand for: the lowest that is known, else all together."""
    for text in reversed(texts):
        found = headers.fields(text)
        if found:
            return found
    return headers.fields(" ".join(texts)) if len(texts) > 1 else {}


def _by_year(
    form: Form, columns: Mapping[str, list[int]], parts: Sequence[Sequence[str]]
) -> Iterator[tuple[int | None, dict[str, int]]]:
    """One choice of columns a year where years stand side by side, else one."""
    shared = {field: at[0] for field, at in columns.items() if field not in form.yearly}
    yearly: dict[int | None, dict[str, int]] = {}
    for field in form.yearly & columns.keys():
        for at in columns[field]:
            years = years_in(" ".join(parts[at]))
            yearly.setdefault(years[-1] if years else None, {}).setdefault(field, at)
    named = sorted(year for year in yearly if year is not None)
    if not named:
        yield None, shared | yearly.get(None, {})
        return
    for year in named:
        yield year, shared | yearly.get(None, {}) | yearly[year]
