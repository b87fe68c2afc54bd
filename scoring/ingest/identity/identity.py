"""Which index, organisation and year a table speaks of, and the text each was read from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.ingest.finding.layout import Layout
from scoring.ingest.identity.lines import Evidence, Line
from scoring.ingest.identity.plan_number import plan_number
from scoring.ingest.identity.unit_rows import units_as_rows
from scoring.ingest.identity.whose import organisation_scored
from scoring.ingest.identity.years import assessed_year
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Organisation, Reference
from scoring.text.words import fold, plain

_INDICES = (
    ("SIPAS", re.compile(r"sipas|hài lòng")),
    ("PAPI", re.compile(r"papi|hiệu quả quản trị")),
    ("PCI", re.compile(r"\bpci\b|năng lực cạnh tranh")),
    ("PAR", re.compile(r"par[ -]?index|cải cách hành chính|cchc|\bpar\b")),
)
_USUAL = {"scores": "PAR", "satisfaction": "SIPAS"}
PLANS = frozenset({"tasks", "targets"})  # kinds of table that say what is to be done


@dataclass(frozen=True)
class Identity:
    """What a table speaks of; None where the texts do not say."""

    index: str | None
    organisation: Organisation | None
    new: bool  # the organisation is not in the registry
    year: int | None
    planned: tuple[int, ...]  # years that are the plan's
    doubtful: tuple[int, ...]  # other assessed years as likely as the one chosen
    evidence: tuple[Evidence, ...]
    within: Evidence | None = None  # a new organisation that a sentence names: to be asked
    together: tuple[str, ...] = ()  # organisations that the text names as one with it
    rows: tuple[tuple[int, str], ...] = ()  # rows of the table that are units' names, from 0
    plan: str = ""  # the number of the document, '' where none is printed


def speaks_of_satisfaction(lines: Sequence[Line]) -> bool:
    """Whether the texts around a table are about satisfaction."""
    return any(name == "SIPAS" for line in lines for name in _indices_of(line))


def identify(lines: Sequence[Line], layout: Layout, sheet: Sheet, reference: Reference) -> Identity:
    """The index, organisation and year of a table."""
    index = _index(lines, layout)
    years = assessed_year(lines, layout, sheet)
    plan = layout.kind in PLANS
    scored = organisation_scored(lines, reference, years.year, plan=plan)
    asked = scored is not None and not scored.mention.plain
    sure = None if asked else scored
    found = (index, years.evidence, sure.evidence if sure else None)
    return Identity(
        index.value if index else None,
        sure.mention.organisation if sure else None,
        bool(sure and sure.mention.new),
        years.year,
        years.planned,
        years.doubtful,
        tuple(one for one in found if one),
        scored.evidence if scored and asked else None,
        sure.together if sure else (),
        units_as_rows(sheet, layout, reference, years.year),
        plan_number(lines),
    )


def _index(lines: Sequence[Line], layout: Layout) -> Evidence | None:
    """The index usual for this kind of table where it is named, else the surest, else the usual.

    A plan for several indices is that of the one which it names first.
    """
    heading = Line(" ".join(layout.labels.values()), "hàng tiêu đề")
    usual = _USUAL.get(layout.kind)
    first = layout.kind in PLANS
    spoken = [(name, line) for line in (*lines, heading) for name in _indices_of(line, first=first)]
    named = [one for one in spoken if one[0] == usual] or spoken
    if named:
        name, line = max(named, key=lambda one: one[1].weight)
        return Evidence("index", name, line.text, line.place)
    return Evidence("index", usual, heading.text, heading.place) if usual else None


def _indices_of(line: Line, *, first: bool = False) -> list[str]:
    """The indices that a line speaks of; with `first` in the order in which it does."""
    said = f"{fold(line.text)} {plain(line.text)}"  # file names are written without accents
    found = [(words.search(said), name) for name, words in _INDICES]
    named = [(match.start(), name) for match, name in found if match]
    return [name for _, name in (sorted(named) if first else named)]
