"""The notes on what another page shows, and a field for one more."""

import streamlit as st

from pages.ui import notes_choice, notes_listed
from pages.ui.filters import YEAR
from pages.ui.notes_adding import add, conclusion, text_area
from pages.ui.notes_words import new_id
from pages.ui.organisations import ORGANISATION
from scoring.analysis.questions import Row
from scoring.store import Remark
from scoring.text.format import integer


def beside(
    organisation: str,
    year: int,
    *,
    index_name: str | None = None,
    code: str | None = None,
    unit: str | None = None,
) -> None:
    """A fold with the notes on one criterion or unit, of every year, and a form for one of `year`.

    Without a criterion and a unit, those on the year as a whole.
    """
    notes = [
        one
        for one in notes_choice.known(organisation)
        if not one["taken_back"] and _is_on(one, year, index_name, code, unit)
    ]
    key = "-".join(part for part in ("canh", organisation, index_name, code, unit) if part)
    count = f" ({integer(len(notes))})" if notes else ""
    fold = st.expander(
        f"Ghi chú, kết luận họp{count}",
        icon=":material/sticky_note_2:",
        key=f"{key}-ghi-chu",
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        link = {ORGANISATION: organisation, YEAR: str(year)}
        for one in notes:
            with st.container(border=True):
                notes_listed.card(organisation, one, link=link, place=f"-{key}")
        remark = Remark(
            id=new_id(),
            organisation=organisation,
            year=year,
            text="",
            index_name=index_name,
            code=code,
            unit=unit,
        )
        with st.form(f"{key}-moi", border=False):
            text_area(key)
            conclusion(key)
            st.form_submit_button("Ghi", icon=":material/save:", on_click=add, args=(key, remark))


def _is_on(
    note: Row, year: int, index_name: str | None, code: str | None, unit: str | None
) -> bool:
    if code is not None:
        return bool(note["code"] == code and note["index_name"] in (index_name, None))
    if unit is not None:
        return bool(note["unit"] == unit)
    return bool(note["year"] == year and note["code"] is None and note["unit"] is None)
