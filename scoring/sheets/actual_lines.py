"""Which indicators stand in a file of results, and in which words each of them?"""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.analysis.messages.target_words import measure, value
from scoring.analysis.plans.entries import entry_rows
from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.questions import Row, records
from scoring.ingest.actual_tables.about import About
from scoring.ingest.actual_tables.cells import Told
from scoring.ingest.handed_out.stretch import free_text
from scoring.sheets.texts import LONGEST, legal
from scoring.text.format import MISSING
from scoring.text.titles import bare_title


@dataclass(frozen=True)
class ActualLine:
    """One row of the file: an indicator in one year, and what was last told of it."""

    about: About
    code: str
    title: str
    year: str
    goal: str
    due: str
    measure: str
    asked: str
    published: str
    told: Told

    @property
    def shown(self) -> tuple[str, ...]:
        """What its key belongs to."""
        return (self.title, self.year, self.measure)


def lines_of(
    indicators: Sequence[Indicator], organisation: str, years: Sequence[int]
) -> tuple[ActualLine, ...]:
    """Each indicator once a year, in the order of the plans, though several plans name it."""
    named: dict[str, list[Indicator]] = {}
    for one in indicators:
        named.setdefault(bare_title(one.entered_as), []).append(one)
    return tuple(
        _line(row, named[bare_title(row["indicator"])], organisation, year)
        for year in years
        for row in records(entry_rows(indicators, year))
    )


def _line(row: Row, same: Sequence[Indicator], organisation: str, year: int) -> ActualLine:
    own = next((one for one in same[0].entered if one.year == year), None)
    targets = [target for one in same for target in one.rows]
    due = dict.fromkeys(int(one["due_year"]) for one in targets if one["due_year"])
    goals = dict.fromkeys(filter(None, (_text(one["sentence"]) for one in targets)))
    return ActualLine(
        about=About(
            organisation, str(row["indicator"]), year, str(row["measure"]), float(row["most"])
        ),
        code=_text(targets[0]["code"]),
        title=_text(row["title"]),
        year=str(year),
        goal="\n".join(goals)[:LONGEST],
        due="; ".join(str(one) for one in sorted(due)),
        measure=measure(str(row["measure"])),
        asked=_amount(row["asked"], row["measure"]),
        published=_amount(row["published"], row["measure"]),
        told=Told(own.value, free_text(_text(own.source))) if own else Told(),
    )


def _amount(amount: float | None, measured: str) -> str:
    text = value(amount, measured)
    return "" if text == MISSING else text


def _text(printed: object) -> str:
    return "" if printed is None else legal(str(printed)).strip()[:LONGEST]
