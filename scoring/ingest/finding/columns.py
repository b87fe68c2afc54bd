"""Which column of a table holds which field, by the texts of its header."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scoring.ingest.finding.forms import NAMES_A_ROW, Form
from scoring.ingest.finding.header_rows import Parts
from scoring.ingest.finding.headers import (
    BEGINS,
    CONTAINS,
    EXACT,
    LOOSELY,
    Headers,
    bare,
    year_of,
    years_in,
)
from scoring.ingest.finding.ruled_out import possible

Place = tuple[str, int]  # a field, and a column that it is not in
Names = Sequence[Mapping[str, int]]  # column by column: the fields it may hold, how surely
_FEWEST_KNOWN, _FEWEST_EXACT = 3, 2  # columns of a header that lacks a needed one
_BEFORE_NAMES = ("code", "section")
_MEASURE = re.compile(r"\((?:%|điểm|tính theo .*|đơn vị.*|đvt.*)\)", re.I)  # a line of its own


@dataclass(frozen=True)
class Assignment:
    """A form, and the columns of its fields; a yearly field may have several."""

    form: Form
    columns: Mapping[str, Sequence[int]]
    score: int
    strengths: Mapping[int, int]  # how surely each column's name is known
    others: Mapping[str, Sequence[int]] = field(default_factory=dict)  # may hold the same

    @property
    def named(self) -> int:
        """How many columns have a known name."""
        return len(self.strengths) + sum(map(len, self.others.values()))

    @property
    def missing(self) -> tuple[str, ...]:
        """The needed fields that no column holds."""
        return self.form.missing(self.columns)


def assignments(
    parts: Parts, headers: Headers, forms: Sequence[Form]
) -> list[tuple[Assignment, int, int]]:
    """The tables that a header names, with their columns: one, or several side by side."""
    places = _sides(parts, headers, forms)
    sides = [_best(only(parts, left, right), headers, forms) for left, right in places]
    if len(sides) > 1 and all(sides):
        return [(one, *at) for one, at in zip(sides, places, strict=True) if one]
    whole = _best(parts, headers, forms)
    return [(whole, 0, len(parts))] if whole else []


def _sides(parts: Parts, headers: Headers, forms: Sequence[Form]) -> list[tuple[int, int]]:
    """Where tables may stand side by side: the same names again, or parted by a blank column."""
    starts = repeated_names(parts, headers)
    starts = starts or _parted(parts, 0, len(parts), headers, forms)
    starts = starts if len(starts) > 1 else _codes_again(parts, headers)
    return list(zip(starts, [*starts[1:], len(parts)], strict=True))


def _codes_again(parts: Parts, headers: Headers) -> list[int]:
    """Where a further column of codes begins a further table."""
    codes = [at for at, texts in enumerate(parts) if "code" in _names_of_rows(texts, headers)]
    return [0, *codes[1:]]


def _parted(
    parts: Parts, left: int, right: int, headers: Headers, forms: Sequence[Form]
) -> list[int]:
    """Where tables parted by blank columns begin: each with names of rows and all that it needs.

    Of several ways to part them, the one that explains most columns, and then one after which names
    of rows begin.
    """
    ways = []
    for at in range(left + 1, right):
        sides = (only(parts, left, at), only(parts, at, right))
        if parts[at] and not parts[at - 1] and all(names_rows(one, headers) for one in sides):
            best = [_best(one, headers, forms) for one in sides]
            if all(best):
                begins = bool(_names_of_rows(parts[at], headers))
                ways.append((-sum(one.score for one in best if one), not begins, at))
    if not ways:
        return [left]
    at = min(ways)[-1]
    return [
        *_parted(parts, left, at, headers, forms),
        *_parted(parts, at, right, headers, forms),
    ]


def names_rows(parts: Parts, headers: Headers) -> bool:
    """Whether some column names rows.

    'Hoạt động' may be what is done about the rows of the table beside; it names rows of its own
    where these are numbered as well.
    """
    named = [_names_of_rows(texts, headers) for texts in parts]
    if any(names - {"code"} for names in named):
        return True
    titles = (headers.fields(" ".join(texts)).get("title") for texts in parts)
    return any("code" in names for names in named) and EXACT in titles


def repeated_names(parts: Parts, headers: Headers) -> list[int]:
    """Where the same names of columns begin again, the first included; empty if they do not."""
    named = [(at, bare(" ".join(texts))) for at, texts in enumerate(parts) if texts]
    names = [name for _, name in named]
    for times in range(4, 1, -1):
        size = len(names) // times
        again = size > 1 and names == names[:size] * times
        if again and names_rows(only(parts, named[0][0], named[size][0]), headers):
            return [0, *(named[size * time][0] for time in range(1, times))]
    return []


def _names_of_rows(texts: Sequence[str], headers: Headers) -> set[str]:
    """The fields that name rows for which a header surely stands; 'Chỉ số' may be a value too."""
    known = headers.fields(" ".join(texts))
    names = {"code", *NAMES_A_ROW}
    sure = set(known) - {"section"} <= names  # 'Lĩnh vực' may group rows as well as name them
    return {f for f in names if known.get(f) == EXACT} if sure else set()


def only(parts: Parts, left: int, right: int) -> Parts:
    """The header texts of some columns, the others blank."""
    return [texts if left <= at < right else [] for at, texts in enumerate(parts)]


def _best(parts: Parts, headers: Headers, forms: Sequence[Form]) -> Assignment | None:
    names = _names(parts, headers)
    any_of, known = frozenset().union(*names), _known(names)
    hopeful = (form for form in forms if form.allows(known) and not form.missing(any_of))
    found = (_assigned(form, parts, names) for form in hopeful)
    complete = [one for one in found if EXACT in one.strengths.values() and not one.missing]
    complete = [one for one in complete if _opens(one, parts)]
    return max(complete, key=lambda one: one.score, default=None)


def _opens(found: Assignment, parts: Parts) -> bool:
    """Whether the rows are named first: 'Chỉ tiêu' behind 'Đơn vị' is a number, no name."""
    first = found.form.opens
    if first is None:
        return True
    before = {found.columns[field][0] for field in _BEFORE_NAMES if field in found.columns}
    return all(at in before or not parts[at] for at in range(found.columns[first][0]))


def nearest(parts: Parts, headers: Headers, forms: Sequence[Form]) -> Assignment | None:
    """The kind of table that a header comes nearest to although a needed column lacks."""
    names = _names(parts, headers)
    known = _known(names)
    found = (_assigned(form, parts, names) for form in forms if form.allows(known))
    near = [one for one in found if one.missing and _is_near(one)]
    return max(near, key=lambda one: one.score, default=None)


def _is_near(found: Assignment) -> bool:
    """Whether so many columns are known that the table is one of ours."""
    strengths = list(found.strengths.values())
    sure = [one for one in strengths if one >= BEGINS]
    fields = found.columns.keys()
    telling = len(found.form.telling & fields)
    return (
        len(sure) >= _FEWEST_KNOWN
        and strengths.count(EXACT) >= _FEWEST_EXACT
        and telling >= (2 if found.form.kind == "tasks" else 1)
    )


def _known(names: Names) -> frozenset[str]:
    """The fields that the header's names surely stand for."""
    return frozenset(
        field for known in names for field, strength in known.items() if strength >= BEGINS
    )


def assigned(
    form: Form, parts: Parts, headers: Headers, refused: frozenset[Place] = frozenset()
) -> Assignment:
    """The columns of each field of a form, but for the places refused.

    The surest names choose first, and among them those that can stand for least else. Known as
    surely as the one taken, or surely at all, another column may hold the same.
    """
    return _assigned(form, parts, _names(parts, headers), refused)


def _assigned(
    form: Form, parts: Parts, names: Names, refused: frozenset[Place] = frozenset()
) -> Assignment:
    wishes = []
    for at, known in enumerate(names):
        wanted = [name for name in form.fields if name in known and (name, at) not in refused]
        for rank, name in enumerate(wanted):
            wishes.append((-known[name], len(wanted), at, rank, name))
    columns: dict[str, list[int]] = {}
    strengths: dict[int, int] = {}
    wishes.sort()
    for strength, _, at, _, name in wishes:
        taken = columns.get(name, ())
        if at not in strengths and _is_free(name, at, form, taken, parts):
            columns.setdefault(name, []).append(at)
            strengths[at] = -strength
    others: dict[str, list[int]] = {}
    for strength, _, at, _, name in wishes:
        surest = max((strengths[one] for one in columns.get(name, ())), default=EXACT)
        if at not in strengths and -strength > min(CONTAINS, surest - 1):
            others.setdefault(name, []).append(at)
    return Assignment(form, columns, sum(strengths.values()), strengths, others)


def _is_free(name: str, at: int, form: Form, taken: Sequence[int], parts: Parts) -> bool:
    """Whether a field has no column yet, or none of this column's year.

    'Năm 2021' alone adds no year to a column that is named for points.
    """
    years = {year_of(parts[one]) for one in taken}
    if name == "points" and None in years and not bare(" ".join(parts[at])):
        return False
    year = year_of(parts[at])
    return not taken or (name in form.yearly and year is not None and year not in years)


def _shared(parts: Parts) -> frozenset[str]:
    """Texts over several columns: they name a group, not a column."""
    above = [text for texts in parts for text in texts[:-1]]
    return frozenset(text for text in above if above.count(text) > 1)


def _names(parts: Parts, headers: Headers) -> Names:
    """What the texts above each column stand for."""
    shared = _shared(parts)
    return [possible(_named(texts, shared, headers), texts, headers) for texts in parts]


def _named(texts: Sequence[str], shared: frozenset[str], headers: Headers) -> Mapping[str, int]:
    """What the names above one column stand for.

    The lowest with as many of those above it as make a known name: 'Xếp hạng' over 'Chung' is a
    rank, 'Chung' alone a value; else what is known nearest to it.
    """
    if not texts:
        return {}
    if len(texts) > 1 and _MEASURE.fullmatch(texts[-1]):
        named = headers.fields(" ".join(texts))
        return named if EXACT in named.values() else _named(texts[:-1], shared, headers)
    heights = range(len(texts) - 1, -1, -1)
    joined = {top: headers.fields(" ".join(texts[top:])) for top in heights}
    exact = next((found for found in reversed(joined.values()) if EXACT in found.values()), None)
    if exact:
        return exact
    alone = {at: headers.fields(texts[at]) for at in heights[1:] if texts[at] not in shared}
    named = next((found for found in (*joined.values(), *alone.values()) if found), {})
    if named and not joined[len(texts) - 1] and named in joined.values():
        top = next(at for at in heights if joined[at] == named)
        if texts[top] in shared:  # the group's name alone: 'Bị trừ' under 'Kết quả thẩm định'
            return dict.fromkeys(named, LOOSELY)
    if not named and years_in(texts[-1]) and not bare(texts[-1]):
        # A bare year names a column of results; it may be one of points, which is to be asked.
        return {"percent": BEGINS, "value": BEGINS, "points": BEGINS, "aim": BEGINS}
    return named
