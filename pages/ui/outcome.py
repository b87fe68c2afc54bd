"""Writing tables into the store, and what each one changed."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import answers, sources
from pages.ui.kinds import kind_label
from pages.ui.moments import shown_moment
from pages.ui.plain_text import literal
from scoring import intake
from scoring.ingest.table import Table
from scoring.intake import Loaded
from scoring.store import StoreError
from scoring.text import format as vietnamese

_TOLD = "da_ghi"
_OVERVIEW = "pages/overview.py"


@dataclass(frozen=True)
class Written:
    """What writing one table did: its batch, whether it was there already, what it replaced."""

    batch: str
    already: bool
    replaced: str | None
    kind: str
    index: str
    organisation: str
    organisation_id: str
    year: int
    rows: int
    file_name: str
    sheet: str

    @property
    def shown(self) -> bool:
        """Whether the pages have a scope of this table: a league ranks others."""
        return self.kind != "league"


def write(place: str, tables: Sequence[tuple[Table, bytes]]) -> None:
    """Writes each table as one batch, and remembers at `place` what that changed."""
    done: list[Written] = []
    told = st.session_state.setdefault(_TOLD, {})
    told[place] = (done, None)
    try:
        for table, content in tables:
            done.append(_written(table, content))
    except StoreError as refused:
        told[place] = (done, str(refused))
    answers.forget()


def show(place: str) -> None:
    """What the last press of the button at `place` changed and was not undone since."""
    told, failed = st.session_state.get(_TOLD, {}).get(place, ([], None))
    kept = set(answers.ask("history")["batch"])
    done = [one for one in told if one.batch in kept]
    if failed:
        st.error(literal(failed), icon=":material/lock:")
    for one in done:
        _line(one)
    if done:
        _links(done)


def _written(table: Table, content: bytes) -> Written:
    before = answers.ask("history")
    loaded = intake.load(answers.store(), table, content, answers.reference(), intake.now())
    return _outcome(table, loaded, None if loaded.already else _current(before, table))


def _outcome(table: Table, loaded: Loaded, replaced: str | None) -> Written:
    organisation = table.organisation
    return Written(
        batch=loaded.batch,
        already=loaded.already,
        replaced=replaced,
        kind=table.kind or "",
        index=table.index or "",
        organisation=organisation.name if organisation else "",
        organisation_id=organisation.id if organisation else "",
        year=table.year or 0,
        rows=table.rows,
        file_name=table.file,
        sheet=table.sheet or "",
    )


def _current(history: pd.DataFrame, table: Table) -> str | None:
    """When the batch that the table takes the place of was loaded."""
    same = history[
        history["is_current"]
        & (history["kind"] == table.kind)
        & (history["index_name"] == table.index)
        & (history["organisation"] == (table.organisation and table.organisation.id))
        & (history["level"] == table.level)
        & (history["year"] == table.year)
    ]
    return None if same.empty else shown_moment(same["loaded_at"].iloc[0])


def _line(one: Written) -> None:
    what = (
        f"**{literal(one.index)} {literal(one.organisation)} {one.year}** · {kind_label(one.kind)}"
    )
    where = literal(sources.place(one.file_name, one.sheet))
    if one.already:
        st.markdown(
            f":blue[:material/info:] {what}: **đã nạp**, không thêm gì. "
            f"{where} đang là lần nạp {literal(one.batch)}."
        )
        return
    replaced = f" Thay cho lần nạp lúc {one.replaced}." if one.replaced else ""
    st.markdown(
        f":green[:material/check_circle:] {what}: **đã ghi {vietnamese.integer(one.rows)} dòng** "
        f"từ {where}, lần nạp {literal(one.batch)}.{replaced}"
    )


def _links(done: Sequence[Written]) -> None:
    """A link to Tổng quan for each organisation and year that was written."""
    scopes = {(one.organisation_id, one.year): one for one in done if one.shown}
    with st.container(horizontal=True):
        for (organisation, year), one in scopes.items():
            st.page_link(
                _OVERVIEW,
                label=f"Xem Tổng quan: {literal(one.organisation)} {year}",
                icon=":material/monitoring:",
                query_params={"co_quan": organisation, "nam": str(year)},
            )
