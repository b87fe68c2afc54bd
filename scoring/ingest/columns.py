"""Which column of a table holds which field, by the texts of its header."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from scoring.ingest.forms import Form
from scoring.ingest.headers import BEGINS, EXACT, Headers, bare, years_in
from scoring.ingest.workbook import Cell, Sheet
from scoring.text.words import nfc

Parts = Sequence[Sequence[str]]  # for each column the header texts above it, top to bottom
_NAMES_A_ROW = ("code", "title", "factor", "organisation")
_LETTERS = "ABCDEFGH"


@dataclass(frozen=True)
class Assignment:
    """A form, and the columns of its fields; a yearly field may have several."""

    form: Form
    columns: Mapping[str, Sequence[int]]
    score: int


def header_parts(sheet: Sheet, row: int, height: int) -> list[list[str]]:
    """For each column the header texts above it, merged cells filled."""
    width = max(len(sheet.rows[row + line]) for line in range(height))
    grid = [
        [label(cell) for cell in sheet.rows[row + line]] + [""] * width for line in range(height)
    ]
    for (top, left), (bottom, right) in sheet.merged:
        if row <= top < row + height:
            for line in range(top, min(bottom + 1, row + height)):
                for column in range(left, min(right + 1, width)):
                    grid[line - row][column] = grid[top - row][left]
    for line in range(height - 1):
        _carry_years(grid[line], grid[line + 1], width)
    columns = ([grid[line][at] for line in range(height) if grid[line][at]] for at in range(width))
    return [[text for text, _ in groupby(texts)] for texts in columns]


def label(cell: Cell) -> str:
    """A header cell as text: a year may be a number."""
    if type(cell) is str:
        return nfc(cell)
    if type(cell) in (float, int) and abs(cell) < 1e6:
        return str(int(cell))
    return ""


def _carry_years(line: list[str], below: list[str], width: int) -> None:
    """'Năm 2019' stands over the blank cells to its right although nobody merged them."""
    for at in range(1, width):
        if not line[at] and below[at] and years_in(line[at - 1]) and below[at - 1]:
            line[at] = line[at - 1]


def numbers_columns(row: Sequence[Cell]) -> bool:
    """A row that only numbers the columns: (1) (2) (3)=(1)−(2), or A B 1 2."""
    texts = [label(cell) for cell in row if cell != ""]
    names = ["".join(c for c in text.partition("=")[0] if c.isalnum()) for text in texts]
    letters = list(takewhile(str.isalpha, names))
    digits = names[len(letters) :]
    runs = (list(map(str, range(start, start + len(digits)))) for start in (1, len(letters) + 1))
    return len(names) > 2 and letters == list(_LETTERS[: len(letters)]) and digits in runs


def assignments(parts: Parts, headers: Headers, forms: Sequence[Form]) -> list[Assignment]:
    """The tables that a header names: one, or several side by side."""
    sides = [
        _best(_only(parts, left, right), headers, forms) for left, right in _sides(parts, headers)
    ]
    if len(sides) > 1 and all(sides):
        return [side for side in sides if side]
    whole = _best(parts, headers, forms)
    return [whole] if whole else []


def _sides(parts: Parts, headers: Headers) -> list[tuple[int, int]]:
    """Where tables may stand side by side: a name of rows again, or after a blank column."""
    starts = [0]
    seen: set[str] = set()
    for at, texts in enumerate(parts):
        exact = {f for f, strength in headers.fields(" ".join(texts)).items() if strength == EXACT}
        names = exact & set(_NAMES_A_ROW)
        again = "code" in names & seen or (at > 0 and not parts[at - 1] and bool(names & seen))
        after_blank = at > 0 and not parts[at - 1] and bool(names) and bool(seen)
        if again or after_blank:
            starts.append(at)
            seen = set()
        seen |= names
    return list(zip(starts, [*starts[1:], len(parts)], strict=True))


def _only(parts: Parts, left: int, right: int) -> Parts:
    return [texts if left <= at < right else [] for at, texts in enumerate(parts)]


def _best(parts: Parts, headers: Headers, forms: Sequence[Form]) -> Assignment | None:
    found = (_assigned(form, parts, headers) for form in forms)
    complete = [one for one in found if one]
    return max(complete, key=lambda one: one.score, default=None)


def _assigned(form: Form, parts: Parts, headers: Headers) -> Assignment | None:
    """The columns of each field of a form; None when a needed one lacks.

    The surest names choose first, and among them those that can stand for least else.
    """
    shared = _shared(parts)
    wishes = []
    for at, texts in enumerate(parts):
        known = _matches(texts, shared, headers)
        wanted = [field for field in form.fields if field in known]
        for rank, field in enumerate(wanted):
            wishes.append((-known[field], len(wanted), at, rank, field))
    columns: dict[str, list[int]] = {}
    taken: set[int] = set()
    score = exact = 0
    for strength, _, at, _, field in sorted(wishes):
        repeated = field in columns and not (field in form.yearly and years_in(" ".join(parts[at])))
        if at in taken or repeated:
            continue
        columns.setdefault(field, []).append(at)
        taken.add(at)
        score -= strength
        exact += strength == -EXACT
    complete = exact > 0 and all(needed & columns.keys() for needed in form.needs)
    return Assignment(form, columns, score) if complete else None


def _shared(parts: Parts) -> frozenset[str]:
    """Texts over several columns: they name a group, not a column."""
    above = [text for texts in parts for text in texts[:-1]]
    return frozenset(text for text in above if above.count(text) > 1)


def _matches(texts: Sequence[str], shared: frozenset[str], headers: Headers) -> Mapping[str, int]:
    """What the texts above one column stand for.

    The lowest, alone or with those above it, where that is a known name; else what is known
    nearest to it.
    """
    if not texts:
        return {}
    joined = [headers.fields(" ".join(texts[at:])) for at in range(len(texts) - 1, -1, -1)]
    exact = next((found for found in joined if EXACT in found.values()), None)
    if exact:
        return exact
    above = (headers.fields(text) for text in reversed(texts[:-1]) if text not in shared)
    named = next((found for found in (*joined, *above) if found), {})
    if not named and years_in(texts[-1]) and not bare(texts[-1]):
        return {"percent": BEGINS, "value": BEGINS}  # a bare year names a column of results
    return named


def by_year(assignment: Assignment, parts: Parts) -> Iterator[tuple[int | None, dict[str, int]]]:
    """One choice of columns a year where years stand side by side, else one."""
    columns, yearly_fields = assignment.columns, assignment.form.yearly
    shared = {field: at[0] for field, at in columns.items() if field not in yearly_fields}
    yearly: dict[int | None, dict[str, int]] = {}
    for field in yearly_fields & columns.keys():
        for at in columns[field]:
            years = years_in(" ".join(parts[at]))
            yearly.setdefault(years[-1] if years else None, {}).setdefault(field, at)
    named = sorted(year for year in yearly if year is not None)
    if not named:
        yield None, shared | yearly.get(None, {})
        return
    for year in named:
        yield year, shared | yearly.get(None, {}) | yearly[year]
