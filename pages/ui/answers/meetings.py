"""One organisation's year as a review: as it is now, and as it was when a meeting began."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from pages.ui.answers.kept import FEW, KEPT, LONG
from pages.ui.answers.known import ask, reference, store
from scoring.analysis.questions import Row, records
from scoring.analysis.review.frozen import freeze, thaw
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.gathered import review as ask_review
from scoring.analysis.review.units import UnitFrames
from scoring.analysis.review.units import unit_frames as ask_unit_frames
from scoring.analysis.review.worded import Worded, commentary_of, of_rows
from scoring.reports.blocks import Screen
from scoring.reports.screens.sequence import screens as ask_screens
from scoring.settings import settings
from scoring.store import Meeting


@dataclass(frozen=True)
class Held:
    """A meeting with its figures: what was known when it began, and its screens."""

    meeting: str
    started_at: datetime  # UTC without zone
    review: Review
    commentary: tuple[str, ...]
    screens: tuple[Screen, ...]


def review(organisation: str, year: int, day: date) -> Review:
    """Everything that is known of a year on a day; do not change it.

    Raises: KeyError when nothing is loaded of it.
    """
    return _review(settings().database, organisation, year, day)


def worded(organisation: str, year: int) -> Worded | None:
    """How people worded what is said of a year last; None where the rules speak."""
    return of_rows(records(ask("commentary", organisation=organisation, year=year)))


def commentary(organisation: str, year: int, day: date) -> tuple[str, ...]:
    """The sentences that screens, slides and documents say of a year."""
    return commentary_of(review(organisation, year, day), worded(organisation, year))


def screens(organisation: str, year: int, day: date) -> tuple[Screen, ...]:
    """The screens of a year as it is now."""
    said = commentary(organisation, year, day)
    return ask_screens(review(organisation, year, day), said)


def unit_frames(organisation: str, year: int, day: date, *, members: bool) -> UnitFrames:
    """What every unit of a year carries; `members`: with who is meant by the groups."""
    return _unit_frames(settings().database, organisation, year, day, members)


def begin_meeting(organisation: str, year: int, day: date, who: str) -> str:
    """Freeze the figures of this moment for a meeting, and give its id."""
    known = reference()
    with store().one_state() as query:
        answers = freeze(
            query, organisation, year, day, breaks=known.breaks, sets=known.criteria_sets
        )
    meeting = Meeting(organisation, year, day)
    return store().begin_meeting(meeting, answers, now=datetime.now(UTC), who=who)


def meeting(of_it: str) -> Row | None:
    """Whose year a meeting is on and when it began; None where there is none of that id."""
    return next(iter(records(ask("meeting", meeting=of_it))), None)


def held(of_it: str) -> Held:
    """A meeting as it began; do not change it.

    Raises: KeyError where there is none of that id; MissingAnswer where it was begun by a version
        of the software that asked otherwise.
    """
    return _held(settings().database, of_it)


# Kept as they are, not copied: pages only read them.


@st.cache_resource(ttl=KEPT, max_entries=FEW, show_spinner="Đang tổng hợp số liệu …")
def _review(database: str, organisation: str, year: int, day: date) -> Review:
    known = reference()
    gather = partial(ask_review, breaks=known.breaks, sets=known.criteria_sets)
    with store().one_state() as query:
        return gather(query, organisation, year, day)


@st.cache_resource(ttl=KEPT, max_entries=FEW, show_spinner="Đang tổng hợp các đơn vị …")
def _unit_frames(
    database: str, organisation: str, year: int, day: date, members: bool
) -> UnitFrames:
    found = review(organisation, year, day)
    return ask_unit_frames(store().query, found, members=members)


# A meeting never changes.


@st.cache_resource(ttl=LONG, max_entries=FEW, show_spinner="Đang mở cuộc họp …")
def _held(database: str, of_it: str) -> Held:
    found = meeting(of_it)
    if found is None:
        raise KeyError(of_it)
    day = datetime.fromisoformat(str(found["day"])).date()
    of_year = str(found["organisation"]), int(found["year"]), day
    known, said = thaw(_answers(of_it), *of_year)
    return Held(of_it, found["started_at"], known, said, ask_screens(known, said))


def _answers(of_it: str) -> Mapping[str, bytes]:
    kept = ask("meeting_answers", meeting=of_it)
    return {key: bytes(content) for key, content in kept.itertuples(index=False)}


DROPPED = (_review, _unit_frames)
