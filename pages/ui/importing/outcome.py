"""Writing tables into the store, and what each one changed."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages.ui import answers, sources, who
from pages.ui.importing import saying, standing
from pages.ui.importing.dropped import Found, as_said
from pages.ui.kinds import kind_label
from pages.ui.plain_text import literal
from scoring import intake
from scoring.ingest.said import NOTHING_SAID, Said
from scoring.ingest.table import Table
from scoring.intake import Loaded
from scoring.store import StoreError
from scoring.text import format as vietnamese
from scoring.text.moments import shown_moment

_TOLD = "da_ghi"
_OVERVIEW = "pages/overview.py"
_FEW = 6  # written tables, or links; more are folded


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
    _write(place, [(table, content, NOTHING_SAID) for table, content in tables])


def write_found(place: str, found: Sequence[Found]) -> None:
    """Writes dropped tables as they are read with what the user says of them now."""
    now = [as_said(one) for one in found]
    ready = [one for one in now if not standing.obstacles(one)]
    done = _write(place, [(one.table, one.content, one.said) for one in ready])
    for one, told in zip(ready, done, strict=False):
        saying.wrote(one.key, one.said, told.batch)
    if len(ready) < len(now):
        left = vietnamese.integer(len(now) - len(ready))
        st.session_state[_TOLD][place] = (
            done,
            f"{left} bảng vừa đổi lựa chọn nên chưa được ghi.",
        )


def show(place: str) -> None:
    """What the last press of the button at `place` changed and was not undone since."""
    told, failed = st.session_state.get(_TOLD, {}).get(place, ([], None))
    states = answers.ask("batch_states", batches=",".join(one.batch for one in told))
    kept = set(states.loc[states["undone_at"].isna(), "batch"])
    done = [one for one in told if one.batch in kept]
    if failed:
        st.error(literal(failed), icon=":material/lock:")
    if len(done) <= _FEW:
        _lines(done)
    else:
        new = sum(not one.already for one in done)
        with st.expander(
            f"Đã ghi {vietnamese.integer(new)} bảng, mỗi bảng một lần nạp", icon=":material/check:"
        ):
            _lines(done)
    if done:
        _links(done)


def _write(place: str, tables: Sequence[tuple[Table, bytes, Said]]) -> list[Written]:
    """Writes one after the other until the store refuses; what was written before stays."""
    done: list[Written] = []
    told = st.session_state.setdefault(_TOLD, {})
    told[place] = (done, None)
    progress = st.empty()
    try:
        for number, (table, content, said) in enumerate(tables):
            words = f"Đang ghi bảng {number + 1}/{len(tables)}: {literal(table.file)}"
            progress.progress(number / len(tables), text=words)
            done.append(_written(table, content, said))
    except StoreError as refused:
        left = len(tables) - len(done)
        told[place] = (done, f"{refused} Còn {vietnamese.integer(left)} bảng chưa ghi.")
    progress.empty()
    answers.forget()
    return done


def _lines(done: Sequence[Written]) -> None:
    for one in done:
        _line(one)


def _written(table: Table, content: bytes, said: Said) -> Written:
    replaced = _replaced(table)
    loaded = intake.load(
        answers.store(),
        table,
        content,
        answers.reference(),
        intake.now(),
        who=who.name(),
        said=said,
    )
    return _outcome(table, loaded, None if loaded.already else replaced)


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


def _replaced(table: Table) -> str | None:
    """When the batch that the table takes the place of was loaded."""
    batch = intake.current_batch(answers.store(), table)
    known = answers.ask("batch_states", batches=batch or "")
    return None if known.empty else shown_moment(known["loaded_at"].iat[0])


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
        for (organisation, year), one in list(scopes.items())[:_FEW]:
            st.page_link(
                _OVERVIEW,
                label=f"Xem Tổng quan: {literal(one.organisation)} {year}",
                icon=":material/monitoring:",
                query_params={"co_quan": organisation, "nam": str(year)},
            )
