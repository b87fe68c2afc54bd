"""What did an indicator reach, by the tables that are loaded and by what people entered?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scoring.analysis.questions import Query, Row, ask, records, rows
from scoring.analysis.trend_breaks import Cut, KnownBreak, KnownSet, cuts
from scoring.text.reached import PERCENT, POINTS, RANK
from scoring.text.titles import bare_title
from scoring.text.words import fold

ENTERED = "entered"
_MEASURES = {"%": PERCENT, "điểm %": PERCENT, "điểm": POINTS, "hạng": RANK}
# What is entered for a rank or for points is not what is entered for the percentage of one title.
_ENTERED_AS = {RANK: " (hạng)", POINTS: " (điểm)"}
_INDEXES = (
    ("SIPAS", re.compile(r"\bsipas\b|hài lòng (?:.* )?(?:về|đối với) sự phục vụ")),
    ("PAR", re.compile(r"\bpar ?index\b|\bchỉ số (?:par\b|cải cách hành chính|cchc)")),
    ("PAPI", re.compile(r"\bpapi\b")),
    ("PCI", re.compile(r"\bpci\b")),
)
_YEARS = (2000, 2100)  # a base or a target may lie far from every result
_PART = re.compile(
    r"\b(?:thành phần|tiêu chí|lĩnh vực|nội dung|yếu tố|trục)\b|^(?:tỷ lệ|số)\b(?!.*hài lòng)"
)
_OF_A_UNIT = re.compile(r"\bcủa (?:các )?(?:sở|đơn vị|phòng|chi cục|huyện|xã|phường)\b")


@dataclass(frozen=True)
class Actual:
    """One result of an indicator; `origin`: entered, or the kind of table that it was read from."""

    year: int
    value: float
    origin: str
    organisation: str | None  # whose, where it is not the organisation's own
    source: str | None  # file and place, or what the person named
    field_size: int | None = None  # of a rank
    batch: str | None = None
    file_name: str | None = None
    sheet: str | None = None
    row: int | None = None

    @property
    def typed(self) -> bool:
        """Whether a person typed it on a page; people's results come in files as well."""
        return self.origin == ENTERED and self.batch is None


def measure_of(target: Row) -> str:
    """What a target is counted in: percent, points, rank, else the unit printed, '' for none."""
    printed = str(target["measure"] or "")
    if target["kind"] == "rank":
        return RANK
    return PERCENT if target["percent"] else _MEASURES.get(printed, printed)


def entered_as(target: Row) -> str:
    """The name under which people's results of an indicator are kept."""
    return str(target["title"]) + _ENTERED_AS.get(measure_of(target), "")


def entered(said: Iterable[Row]) -> dict[str, list[Actual]]:
    """What people entered, by the bare name of its indicator; `said` answers `plan_actuals`.

    Of two spellings of one name the latest word counts; a result that was taken back is none.
    """
    latest: dict[tuple[str, int], Row] = {}
    for row in sorted(said, key=lambda row: row["decided_at"]):
        latest[bare_title(row["indicator"]), int(row["year"])] = row
    found: dict[str, list[Actual]] = {}
    for name, year in sorted(latest):
        row = latest[name, year]
        if row["value"] is not None:
            found.setdefault(name, []).append(_entered(row))
    return found


def _entered(row: Row) -> Actual:
    return Actual(
        int(row["year"]),
        float(row["value"]),
        ENTERED,
        None,
        row["source"],
        batch=row["batch"],
        file_name=row["file_name"],
        sheet=row["sheet"],
        row=None if row["row"] is None else int(row["row"]),
    )


def index_of(target: Row) -> str | None:
    """The index that an indicator is as a whole; None for parts of it and for anything else."""
    title = fold(target["title"])
    if _PART.search(title):
        return None
    return next((name for name, words in _INDEXES if words.search(title)), None)


@dataclass(frozen=True)
class Found:
    """The published results of one indicator by year, of which index, and where its series ends."""

    actuals: Mapping[int, Actual]
    index: str | None
    cuts: tuple[Cut, ...]


NOTHING = Found({}, None, ())


@dataclass(frozen=True)
class Published:
    """The results that loaded tables give: of indexes as a whole, and of SIPAS factors.

    `above` is the organisation over it, whose results count where it has none of its own.
    """

    query: Query
    organisation: str
    above: str | None
    breaks: Iterable[KnownBreak]
    sets: Iterable[KnownSet]

    def of(self, target: Row) -> Found:
        """The published results of one indicator."""
        factors = self._factors.get(bare_title(target["title"]))
        if factors:
            return self._of_factor(factors)
        index = index_of(target)
        if index is None:
            return NOTHING
        only_own = _OF_A_UNIT.search(fold(target["title"])) is not None
        for one in (self.organisation, None if only_own else self.above):
            found = self._of_index(one, index, measure_of(target)) if one else {}
            if found:
                return Found(found, index, self._cuts(index, one))
        return Found({}, index, self._cuts(index, self.organisation))

    def _of_index(self, one: str, index: str, measure: str) -> dict[int, Actual]:
        held = (self._ranks if measure == RANK else self._values).get((one, index), [])
        if measure not in (PERCENT, POINTS, RANK, ""):
            return {}
        found: dict[int, Actual] = {}
        for row in held:
            value = row["rank"] if measure == RANK else _level(row, measure)
            size = row["field_size"] if measure == RANK else None
            found.setdefault(int(row["year"]), self._actual(row, value, one, size))
        return found

    def _actual(self, row: Row, value: float, whose: str, size: int | None = None) -> Actual:
        parts = [str(row[name]) for name in ("file_name", "sheet") if row[name]]
        return Actual(
            int(row["year"]),
            float(value),
            str(row.get("origin", "league")),
            None if whose == self.organisation else whose,
            " › ".join(parts) or None,
            None if size is None else int(size),
            row["batch"],
            row["file_name"],
            row["sheet"],
            None if row["row"] is None else int(row["row"]),
        )

    def _of_factor(self, held: Sequence[Row]) -> Found:
        own = [row for row in held if row["organisation"] == self.organisation]
        found: dict[int, Actual] = {}
        for row in own or held:
            (batch,) = rows(self.query, "batches", batches=row["batch"])
            told = row | {name: batch[name] for name in ("file_name", "sheet")}
            told["origin"] = "satisfaction"
            actual = self._actual(told, row["percent"], row["organisation"])
            found.setdefault(actual.year, actual)
        index = str(held[0]["index_name"])
        return Found(found, index, self._cuts(index, held[0]["organisation"]))

    def _cuts(self, index: str, whose: str | None) -> tuple[Cut, ...]:
        values = self._values.get((whose or "", index), [])
        level = next((row["level"] for row in values), None)
        return cuts(index, level, _YEARS, self.breaks, self.sets)

    @cached_property
    def _values(self) -> dict[tuple[str, str], list[Row]]:
        found: dict[tuple[str, str], list[Row]] = {}
        for one in (self.organisation, self.above):
            if one is not None:
                for row in records(ask(self.query, "trend_values", organisation=one)):
                    found.setdefault((one, row["index_name"]), []).append(row)
        return found

    @cached_property
    def _ranks(self) -> dict[tuple[str, str], list[Row]]:
        found: dict[tuple[str, str], list[Row]] = {}
        for one in (self.organisation, self.above):
            if one is not None:
                for row in records(ask(self.query, "ranking_places", organisation=one)):
                    if row["own"] and row["current"] and row["rank"] is not None:
                        found.setdefault((one, row["index_name"]), []).append(row)
        return found

    @cached_property
    def _factors(self) -> dict[str, list[Row]]:
        stakes = ask(self.query, "tasks_stakes", organisation=self.organisation)
        found: dict[str, list[Row]] = {}
        for row in records(stakes[stakes["percent"].notna()]):
            found.setdefault(bare_title(row["title"]), []).append(row)
        return found


def _level(row: Row, measure: str) -> float:
    """The index in percent, or its points where the target is in points: PAPI is out of 80."""
    if measure == PERCENT:
        return float(row["percent"])
    return round(float(row["percent"]) * float(row["total_max"] or 100) / 100, 10)
