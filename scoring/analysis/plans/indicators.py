"""Every indicator with a target: its goals, what it reached, and how it stands in a year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from scoring.analysis.plans import results
from scoring.analysis.plans.paths import Goal, Standing, expected, standing, start_of
from scoring.analysis.plans.results import Actual, Found, Published
from scoring.analysis.questions import Query, Row, ask, records, rows
from scoring.analysis.targets import goal_value
from scoring.analysis.trend_breaks import Cut, KnownBreak, KnownSet
from scoring.text.titles import bare_title

__all__ = ["Actual", "Indicator", "Lack", "above_of", "indicators"]

# What a target does not tell: what is to be reached, by when, from where.
Lack = Literal["goal", "due", "base"]
_TOP = ("tỉnh", "bộ", "cả nước")  # levels whose own results are meant, never those above them


@dataclass(frozen=True)
class Indicator:
    """One indicator of one table of targets.

    Shape: `rows` of the question plan_targets, one for each due year; `goals` and `relative` (a
        rise written with a percent sign read as relative) where they are known; `base` the year
        and value that a rise starts from; `actuals` the one that counts of each year, the
        published one before the entered; `entered` all that people entered; `index` whose value
        or factor it is, with the `cuts` of that series.
    """

    rows: Sequence[Row]
    goals: Sequence[Goal]
    relative: Sequence[Goal]
    base: tuple[int, float] | None
    actuals: Mapping[int, Actual]
    entered: Sequence[Actual]
    index: str | None = None
    cuts: Sequence[Cut] = ()
    nth: int = 0  # of those of one title and measure in its table

    @property
    def title(self) -> str:
        """What is measured, as printed."""
        return str(self.rows[0]["title"])

    @property
    def key(self) -> str:
        """A short name for addresses that stays when its table is loaded again."""
        first = self.rows[0]
        told = (first["plan"], first["year"], first["table_kind"], first["index_name"])
        text = "|".join(map(str, (*told, bare_title(self.title), self.measure, self.nth)))
        return sha256(text.encode()).hexdigest()[:10]

    @property
    def measure(self) -> str:
        """What it is counted in: percent, points, rank, else the unit printed, '' for none."""
        return results.measure_of(self.rows[0])

    @property
    def entered_as(self) -> str:
        """The name under which people's results of it are kept."""
        return results.entered_as(self.rows[0])

    @property
    def differing(self) -> list[Actual]:
        """What people entered that differs from the result that counts."""
        return [one for one in self.entered if self.actuals[one.year].value != one.value]

    @property
    def start(self) -> tuple[int, float] | None:
        """Where its way begins."""
        return start_of(self.goals, self._values, self.base, self._breaks)

    def standing(self, year: int, *, relative: bool = False) -> Standing:
        """How it stands in a year."""
        goals = self.goals_read(relative=relative)
        return standing(year, goals, self._values, self.base, self._breaks)

    def expected(self, year: int, *, relative: bool = False) -> float | None:
        """What the way asks for in a year."""
        return expected(year, self.goals_read(relative=relative), self.start)

    def goals_read(self, *, relative: bool) -> Sequence[Goal]:
        """The goals by one of the two readings of a rise in percent."""
        return self.relative if relative else self.goals

    @property
    def lacks(self) -> list[tuple[Row, Lack]]:
        """The rows whose goal is not known, each with the first thing that it does not tell."""
        told = [(row, _lack(row, self.base)) for row in self.rows]
        return [(row, lack) for row, lack in told if lack]

    @property
    def _breaks(self) -> list[int]:
        return [cut.year for cut in self.cuts]

    @property
    def _values(self) -> dict[int, float]:
        return {year: one.value for year, one in self.actuals.items()}


def above_of(query: Query, organisation: str) -> str | None:
    """The organisation whose index a plan aims at as well; None for a province or ministry."""
    known = rows(query, "scopes_of", organisation=organisation)
    of = next((row for row in known if row["parent"] is not None), None)
    return None if of is None or of["level"] in _TOP else str(of["parent"])


def indicators(
    query: Query,
    organisation: str,
    above: str | None,
    breaks: Iterable[KnownBreak] = (),
    sets: Iterable[KnownSet] = (),
) -> list[Indicator]:
    """The indicators with targets of an organisation, in the order of its plans.

    Shape: `above` is the organisation over it, whose published results count where it has none of
        its own: a department's plan aims at the province's index. `breaks` and `sets` tell where
        the series of an index ends.
    """
    targets = records(ask(query, "plan_targets", organisation=organisation))
    said = rows(query, "plan_actuals", organisation=organisation) if targets else []
    entered = results.entered(said)
    published = Published(query, organisation, above, tuple(breaks), tuple(sets))
    return [
        _indicator(group, published.of(group[0]), entered, nth) for nth, group in _grouped(targets)
    ]


def _indicator(
    group: Sequence[Row], found: Found, entered: Mapping[str, Sequence[Actual]], nth: int
) -> Indicator:
    own = entered.get(bare_title(results.entered_as(group[0])), ())
    actuals = {one.year: one for one in own} | dict(found.actuals)
    bases = [_base(row, actuals) for row in group]
    goals, relative = (
        [
            Goal(int(row["due_year"]), level, row["kind"])
            for row, base in zip(group, bases, strict=True)
            if row["due_year"] and (level := _level(row, base, relative=is_relative)) is not None
        ]
        for is_relative in (False, True)
    )
    base = next(((year, value) for year, value in bases if year and value is not None), None)
    return Indicator(group, goals, relative, base, actuals, own, found.index, found.cuts, nth)


def _level(
    row: Row, base: tuple[int | None, float | None], *, relative: bool = False
) -> float | None:
    if row["kind"] == "rank":
        return float(row["amount"])
    # 'điểm %' leaves one reading only.
    two_readings = bool(row["percent"]) and row["measure"] != "điểm %"
    return goal_value(row["kind"], row["amount"], base[1], two_readings, relative=relative)


def _base(row: Row, actuals: Mapping[int, Actual]) -> tuple[int | None, float | None]:
    """The printed base, else the result of the base year."""
    year = None if row["base_year"] is None else int(row["base_year"])
    value = row["base_value"]
    if value is None and year is not None and year in actuals:
        value = actuals[year].value
    return year, None if value is None else float(value)


def _lack(row: Row, base: tuple[int, float] | None) -> Lack | None:
    if row["kind"] is None or row["amount"] is None:
        return "goal"
    if not row["due_year"]:
        return "due"
    known = row["base_value"] is not None or (base and base[0] == row["base_year"])
    return "base" if row["kind"] == "rise" and not known else None


def _grouped(targets: Sequence[Row]) -> Iterator[tuple[int, list[Row]]]:
    """The rows of one indicator of one table, by due year.

    A second target of one year under one title begins another indicator: none is left out.
    """
    found: dict[tuple[str, str, str | None, str], list[dict[int | None, Row]]] = {}
    every: list[tuple[int, dict[int | None, Row]]] = []
    for row in targets:
        measure = results.measure_of(row)
        key = (row["batch"], bare_title(row["title"]), row["index_name"], measure)
        known = found.setdefault(key, [])
        group = next((one for one in known if row["due_year"] not in one), None)
        if group is None:
            group = {}
            every.append((len(known), group))
            known.append(group)
        group[row["due_year"]] = row
    for nth, years in every:
        yield nth, sorted(years.values(), key=lambda row: row["due_year"] or 0)
