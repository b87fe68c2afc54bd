"""How the files under data/reference are laid out: their columns, and what each holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from scoring.text.numbers import parse_number
from scoring.text.words import nfc


@dataclass(frozen=True)
class Column:
    """What one column of a file holds; `convert` raises ValueError for a cell it cannot read."""

    convert: Callable[[str], Any] = str
    needed: bool = False
    expected: str = "một giá trị"
    code: str = "reference-value-missing"
    empty: Any = None

    def value(self, cell: str) -> Any:
        """What the cell says."""
        return self.convert(cell) if cell else self.empty

    def reads(self, cell: str) -> bool:
        """Whether the cell can be read."""
        try:
            self.value(cell)
        except ValueError:
            return False
        return True


def _flag(cell: str) -> bool:
    return bool(("0", "1").index(cell))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in map(nfc, cell.split(";")) if name)


def _points(cell: str) -> float:
    points = parse_number(cell)
    if points is None:
        raise ValueError(cell)
    return points


NUMBER = "reference-not-a-number"
DATE = "reference-not-a-date"
TEXT = Column()
NEEDED = Column(needed=True)
NAMES = Column(_names, empty=())
POINTS = Column(_points, False, "một số", NUMBER)
FIRST_YEAR = Column(int, True, "một năm", NUMBER)
LAST_YEAR = Column(int, False, "một năm", NUMBER)
POSITION = Column(int, True, "một số thứ tự", NUMBER)
FLAG = Column(_flag, True, "0 hoặc 1", NUMBER)
DAY = Column(date.fromisoformat, False, "một ngày", DATE)
SINCE = Column(date.fromisoformat, True, "một ngày", DATE)

ORGANISATIONS = "organisations.csv"
ALIASES = "organisation_aliases.csv"
SUCCESSORS = "successors.csv"
CRITERIA_SETS = "criteria_sets.csv"
BANDS = "bands.csv"
UNITS = "units.csv"
FACTORS = "factors.csv"
BREAKS = "breaks.csv"
HEADERS = "headers.csv"
KINDS = "kinds.csv"

FILES: dict[str, dict[str, Column]] = {
    ORGANISATIONS: {
        "id": NEEDED,
        "name": NEEDED,
        "level": NEEDED,
        "parent": TEXT,
        "valid_from": DAY,
        "valid_to": DAY,
    },
    ALIASES: {"alias": NEEDED, "organisation": NEEDED},
    SUCCESSORS: {
        "old": NEEDED,
        "new": NEEDED,
        "since": SINCE,
        "scope": NEEDED,
        "source": NEEDED,
    },
    CRITERIA_SETS: {
        "id": NEEDED,
        "index_name": NEEDED,
        "level": NEEDED,
        "from_year": FIRST_YEAR,
        "to_year": LAST_YEAR,
        "total": POINTS,
        "decision": TEXT,
        "title": NEEDED,
        "source": NEEDED,
    },
    BANDS: {
        "index_name": NEEDED,
        "level": NEEDED,
        "year": FIRST_YEAR,
        "band": NEEDED,
        "lower": POINTS,
        "upper": POINTS,
        "source": NEEDED,
    },
    UNITS: {"name": NEEDED, "group": FLAG, "aliases": NAMES},
    FACTORS: {
        "index_name": NEEDED,
        "code": NEEDED,
        "title": NEEDED,
        "overall": FLAG,
        "max_points": POINTS,
        "from_year": LAST_YEAR,
        "aliases": NAMES,
    },
    BREAKS: {
        "index_name": NEEDED,
        "level": TEXT,
        "year": FIRST_YEAR,
        "reason": NEEDED,
        "source": NEEDED,
    },
    HEADERS: {"field": NEEDED, "synonym": NEEDED},
    KINDS: {"kind": NEEDED, "label": NEEDED, "words": NAMES},
}

CRITERIA = {
    "code": NEEDED,
    "title": NEEDED,
    "short_title": TEXT,
    "max_points": POINTS,
    "kind": TEXT,
}

SCALE = {"code": NEEDED, "position": POSITION, "title": NEEDED, "points": POINTS}

# The columns that tell the rows of a file apart, the one to point at first.
KEYS: dict[str, tuple[str, ...]] = {
    ORGANISATIONS: ("id",),
    ALIASES: ("alias", "organisation"),
    SUCCESSORS: ("old", "new", "scope"),
    CRITERIA_SETS: ("id",),
    BANDS: ("band", "index_name", "level", "year"),
    UNITS: ("name",),
    FACTORS: ("code", "index_name"),
    BREAKS: ("year", "index_name", "level"),
    HEADERS: ("synonym", "field"),
    KINDS: ("kind",),
}

# What a column of a table can hold, for headers.csv.
FIELDS = frozenset(
    ("code", "title", "max_points", "self_points", "points", "lost_points", "percent_of_max")
    + ("survey_points", "total_points", "solution", "lead", "coordinating", "deadline", "note")
    + ("product", "goal", "evidence", "factor", "percent", "target", "previous_percent")
    + ("organisation", "rank", "value", "source", "year", "indicator", "aim", "measure", "base")
    + ("due", "section", "purpose")
)


def criteria_file(set_id: str) -> str:
    """The file with the criteria of one set."""
    return f"criteria/{set_id}.csv"


def scale_file(set_id: str) -> str:
    """The file with the attainable points of one set's criteria, where they are known."""
    return f"scales/{set_id}.csv"
