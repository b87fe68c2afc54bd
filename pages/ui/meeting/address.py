"""Where in which meeting are we? The address says it, so that reload and sharing come back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from pages.ui.answers import Held
from pages.ui.filters import YEAR
from pages.ui.organisations import ORGANISATION
from pages.ui.today import DAY
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Screen
from scoring.reports.screens import deeper
from scoring.text.moments import AHEAD

PAGE = "pages/meeting.py"
URL = "trinh-chieu"
MEETING, SCREEN, CODE, UNIT = "hop", "man", "ma", "don_vi"
SHOWN, ASIDE = "xem", "mo"  # the table instead of the chart; what is open in place of both
TABLE = "bang"
LIST, NOTES = "muc-luc", "ghi-chu"
_OPENED = (CODE, UNIT, SHOWN, ASIDE)
_OWN = (MEETING, SCREEN, *_OPENED)


@dataclass(frozen=True)
class Place:
    """What a meeting shows: a screen of its sequence and, under it, a criterion or a unit."""

    screens: tuple[Screen, ...]
    at: int
    under: Screen | None = None
    code: str = ""
    unit: str = ""

    @property
    def screen(self) -> Screen:
        """What is seen."""
        return self.under or self.screens[self.at]


def meeting() -> str:
    """The id of the meeting in the address; '' outside of one."""
    return str(st.query_params.get(MEETING, ""))


def place(review: Review, screens: Sequence[Screen]) -> Place:
    """What the address asks for; what it names that there is not is left out."""
    keys = [one.key for one in screens]
    asked = st.query_params.get(SCREEN, "")
    at = keys.index(asked) if asked in keys else 0
    code, unit = st.query_params.get(CODE, ""), st.query_params.get(UNIT, "")
    under = deeper.criterion(review, code) if code else None
    if under is not None:
        return Place(tuple(screens), at, under, code=code)
    under = deeper.unit(review, unit) if unit else None
    return Place(tuple(screens), at, under, unit=unit if under else "")


def aside() -> str:
    """What is open in place of the screen: LIST, NOTES, or ''."""
    asked = st.query_params.get(ASIDE, "")
    return asked if asked in (LIST, NOTES) else ""


def shows_table() -> bool:
    """Whether the table is looked at where a screen has a chart as well."""
    return st.query_params.get(SHOWN) == TABLE


# For callbacks, which run before the page. Each writes the address once: a step of the browser's
# history is a step of the meeting.


def go(screen: str) -> None:
    """To another screen; what was open on this one is closed."""
    _write({SCREEN: screen}, without=_OPENED)


def down(to: deeper.Place) -> None:
    """To a criterion or unit under what is seen."""
    kind, value = to
    _write({CODE if kind == "code" else UNIT: value}, without=_OPENED)


def up(parent: str = "") -> None:
    """Back: first what is open, then the criterion above, then the screen."""
    if aside():
        _write({}, without=(ASIDE,))
        return
    _write({CODE: parent} if parent else {}, without=_OPENED)


def toggle(name: str, value: str) -> None:
    """Open or close the table, the list or the notes."""
    opened = st.query_params.get(name) == value
    _write({} if opened else {name: value}, without=(name,))


def enter(of_it: str) -> None:
    """Into a meeting, at its first screen."""
    _write({MEETING: of_it}, without=_OWN)


def leave(of: Mapping[str, str]) -> None:
    """Out of the meeting, to the same organisation, year and day."""
    _write(of, without=_OWN)


def whose(held: Held) -> dict[str, str]:
    """The query of live pages for what a meeting is on; the day only where it was not that day."""
    review = held.review
    told = {ORGANISATION: review.organisation, YEAR: str(review.year)}
    began = (held.started_at + AHEAD).date()
    return told if review.day == began else told | {DAY: review.day.isoformat()}


def link(of_it: str, at: Place) -> dict[str, str]:
    """The query that comes back to a place of a meeting."""
    told = {MEETING: of_it, SCREEN: at.screens[at.at].key, CODE: at.code, UNIT: at.unit}
    return {name: value for name, value in told.items() if value}


def _write(told: Mapping[str, str], *, without: Collection[str]) -> None:
    kept = {name: value for name, value in st.query_params.items() if name not in without}
    st.query_params.from_dict(kept | dict(told))
