"""Which table it is: kind, index, organisation and year, proposed from the file and editable."""

from typing import TypeVar

import streamlit as st

from pages.ui import answers
from pages.ui.cell_text import short
from pages.ui.importing import saying
from pages.ui.importing.dropped import Found
from pages.ui.kinds import INDICES, KINDS, kind_label
from pages.ui.plain_text import literal
from scoring import intake
from scoring.ingest.reference import Organisation
from scoring.ingest.table import Table
from scoring.text.words import sort_key

T = TypeVar("T")

OTHER = "(khác)"
FIRST_YEAR = 2006
LAST_YEAR = 2035
_LONGEST = 90  # characters of a text that something was read from


def choose(found: Found) -> None:
    """The four choices, each with the text its proposal was read from."""
    with st.grid(4, min_column_width=190):
        with st.container(gap="xsmall"):
            _kind(found)
        if found.table.kind != "criteria":
            with st.container(gap="xsmall"):
                _index(found)
            with st.container(gap="xsmall"):
                _organisation(found)
            with st.container(gap="xsmall"):
                _year(found)


def _kind(found: Found) -> None:
    key = f"{found.key}-loai"
    st.session_state[key] = _among(list(KINDS), found.said.kind or found.table.kind)
    st.selectbox(
        "Loại bảng",
        list(KINDS),
        index=None,
        format_func=kind_label,
        placeholder="Chọn loại bảng",
        key=key,
        filter_mode=None,
        on_change=_follow,
        args=(found.key, "kind", key),
    )
    _read_from(found.table, "kind")


def _index(found: Found) -> None:
    key, read = f"{found.key}-chi-so", found.said.index or found.table.index
    options = list(dict.fromkeys([*INDICES, *([read] if read else [])]))
    st.session_state[key] = _among(options, read)
    st.selectbox(
        "Chỉ số",
        options,
        index=None,
        placeholder="Chọn chỉ số",
        key=key,
        filter_mode=None,
        on_change=_follow,
        args=(found.key, "index", key),
    )
    _read_from(found.table, "index")


def _organisation(found: Found) -> None:
    known = _known(found.table)
    labels = {OTHER: "Cơ quan khác (tự nhập tên)"} | {
        one.id: organisation_label(one) for one in known.values()
    }
    key = f"{found.key}-co-quan"
    chosen = found.said.organisation or found.table.organisation
    wanted = OTHER if found.other_name is not None else chosen.id if chosen else None
    st.session_state[key] = _among(list(labels), wanted)
    st.selectbox(
        "Cơ quan, địa phương",
        list(labels),
        index=None,
        format_func=lambda one: labels.get(one, one),
        placeholder="Gõ tên để tìm",
        key=key,
        filter_mode="contains",
        on_change=_follow_organisation,
        args=(found, key),
    )
    _read_from(found.table, "organisation")
    if found.other_name is not None:
        _named(found)


def _named(found: Found) -> None:
    """The name of an organisation that no list has."""
    key = f"{found.key}-ten-co-quan"
    st.session_state[key] = found.other_name
    st.text_input(
        "Tên cơ quan",
        placeholder="Sở Tư pháp tỉnh Tuyên Quang",
        key=key,
        on_change=_follow_name,
        args=(found, key),
    )


def _year(found: Found) -> None:
    key = f"{found.key}-nam"
    options = list(range(LAST_YEAR, FIRST_YEAR - 1, -1))
    st.session_state[key] = _among(options, found.said.year or found.table.year)
    st.selectbox(
        "Năm đánh giá",
        options,
        index=None,
        format_func=str,
        placeholder="Chọn năm được đánh giá",
        key=key,
        filter_mode="prefix",
        on_change=_follow,
        args=(found.key, "year", key),
    )
    _read_from(found.table, "year")


def _follow(table: str, field: str, key: str) -> None:
    """Keep a choice; where it is cleared, the file's own texts are believed again."""
    saying.change(table, **{field: st.session_state[key]})


def _follow_organisation(found: Found, key: str) -> None:
    chosen = st.session_state[key]
    saying.name_other(found.key, "" if chosen == OTHER else None)
    saying.change(found.key, organisation=_known(found.table).get(chosen or ""))


def _follow_name(found: Found, key: str) -> None:
    """The organisation of a name typed in: the registry's, else a new one."""
    name = str(st.session_state[key]).strip()
    saying.name_other(found.key, name)
    named = intake.organisation_named(name, answers.reference(), found.table.year) if name else None
    saying.change(found.key, organisation=named)


def _known(table: Table) -> dict[str, Organisation]:
    """Those of the registry in alphabetical order, the one read from the file first."""
    proposed = [table.organisation] if table.organisation else []
    known = sorted(answers.reference().organisations, key=lambda one: sort_key(one.name))
    return {one.id: one for one in [*proposed, *known]}


def organisation_label(one: Organisation) -> str:
    """A name that tells the old from the merged: 'Lâm Đồng (tỉnh, từ 01/07/2025)'."""
    dates = [
        f"{word} {day:%d/%m/%Y}"
        for word, day in (("từ", one.valid_from), ("đến", one.valid_to))
        if day
    ]
    return f"{one.name} ({', '.join([one.level, *dates])})"


def _among(options: list[T], value: T | None) -> T | None:
    return value if value in options else None


def _read_from(table: Table, field: str) -> None:
    """The text a proposal was read from, or that none was found."""
    found = [one for one in table.evidence if one.field == field]
    if not found:
        st.caption("Theo tên các cột." if field == "kind" else "Chưa đọc được từ tệp.")
    for one in found[:1]:
        st.caption(f"Đọc từ {literal(one.place)}: “{literal(short(one.text, _LONGEST))}”")
