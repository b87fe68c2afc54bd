"""The notes on what another page shows, and a field for one more."""

from dataclasses import dataclass

import streamlit as st

from pages.ui import who
from pages.ui.filters import YEAR
from pages.ui.notes import choice, listed
from pages.ui.notes.adding import add, conclusion, text_area
from pages.ui.notes.words import new_id
from pages.ui.organisations import ORGANISATION
from scoring.analysis.questions import Row
from scoring.store import Remark
from scoring.text.format import integer

_ICON = ":material/sticky_note_2:"


@dataclass(frozen=True)
class _Subject:
    """What the notes are on: a criterion or a unit; without both the year as a whole."""

    organisation: str
    year: int
    index_name: str | None = None
    code: str | None = None
    unit: str | None = None

    @property
    def key(self) -> str:
        """Tells its widgets from those of every other, of another year too."""
        parts = (self.organisation, str(self.year), self.index_name, self.code, self.unit)
        return "-".join(("canh", *(part for part in parts if part)))


def beside(
    organisation: str,
    year: int,
    *,
    index_name: str | None = None,
    code: str | None = None,
    unit: str | None = None,
) -> None:
    """A fold with the notes on one criterion or unit, of every year, and one more of `year`."""
    on = _Subject(organisation, year, index_name, code, unit)
    notes = _on(on)
    fold = st.expander(_label(notes), icon=_ICON, key=_kept_open(on), on_change="rerun")
    if fold.open:
        with fold:
            _show(on, notes)


def of_year(organisation: str, year: int) -> None:
    """A button with the notes on a year as a whole behind it, and a form for one more."""
    on = _Subject(organisation, year)
    notes = _on(on)
    place = st.popover(
        _label(notes), icon=_ICON, key=_kept_open(on), on_change="rerun", width="content"
    )
    if place.open:
        with place:
            _show(on, notes)


def _show(on: _Subject, notes: list[Row]) -> None:
    link = {ORGANISATION: on.organisation, YEAR: str(on.year)}
    for one in notes:
        with st.container(border=True):
            listed.card(on.organisation, one, link=link, place=f"-{on.key}")
    with st.form(f"{on.key}-moi", border=False):
        text_area(on.key)
        conclusion(on.key)
        remark = Remark(id=new_id(), text="", **vars(on))
        st.form_submit_button("Ghi", icon=":material/save:", on_click=add, args=(on.key, remark))
    who.ask_again(f"{on.key}-nguoi")


def _kept_open(on: _Subject) -> str:
    """The key of its fold: one that is open stays so when its label counts another note."""
    key = f"{on.key}-ghi-chu"
    if st.session_state.get(key):
        st.session_state[key] = True
    return key


def _label(notes: list[Row]) -> str:
    count = f" ({integer(len(notes))})" if notes else ""
    return f"Ghi chú, kết luận họp{count}"


def _on(on: _Subject) -> list[Row]:
    """The notes on the subject, without those taken back."""
    known = choice.known(on.organisation)
    return [one for one in known if not one["taken_back"] and _is_on(one, on)]


def _is_on(note: Row, on: _Subject) -> bool:
    if on.code is not None:
        return bool(note["code"] == on.code and note["index_name"] in (on.index_name, None))
    if on.unit is not None:
        return bool(note["unit"] == on.unit)
    return bool(note["year"] == on.year and note["code"] is None and note["unit"] is None)
