"""Which table it is: kind, index, organisation and year, proposed from the file and editable."""

from typing import TypeVar

import streamlit as st

from pages.ui import answers
from pages.ui.kinds import INDICES, KINDS, kind_label
from pages.ui.plain_text import literal
from scoring import intake
from scoring.ingest.reference import Organisation
from scoring.ingest.said import Said
from scoring.ingest.table import Table
from scoring.text.words import sort_key

T = TypeVar("T")

OTHER = "(khác)"
FIRST_YEAR = 2006
LAST_YEAR = 2035


def choose(table: Table, *, key: str) -> Said:
    """What the user says otherwise than the table; None where its proposals were left alone."""
    with st.grid(4, min_column_width=190):
        with st.container(gap="xsmall"):
            kind = _kind(table, key)
        with st.container(gap="xsmall"):
            index = _index(table, key)
        with st.container(gap="xsmall"):
            organisation = _organisation(table, key)
        with st.container(gap="xsmall"):
            year = _year(table, key)
    return Said(
        kind=_other(kind, table.kind),
        index=_other(index, table.index),
        organisation=_other(organisation, table.organisation),
        year=_other(year, table.year),
    )


def _other(chosen: T | None, proposed: T | None) -> T | None:
    return chosen if chosen != proposed else None


def _kind(table: Table, key: str) -> str | None:
    kind = st.selectbox(
        "Loại bảng",
        list(KINDS),
        index=_position(list(KINDS), table.kind),
        format_func=kind_label,
        placeholder="Chọn loại bảng",
        key=f"{key}-loai",
        filter_mode=None,
    )
    _read_from(table, "kind")
    return kind


def _index(table: Table, key: str) -> str | None:
    options = list(dict.fromkeys([*INDICES, *([table.index] if table.index else [])]))
    index = st.selectbox(
        "Chỉ số",
        options,
        index=_position(options, table.index),
        placeholder="Chọn chỉ số",
        key=f"{key}-chi-so",
        filter_mode=None,
    )
    _read_from(table, "index")
    return index


def _organisation(table: Table, key: str) -> Organisation | None:
    known = _known(table)
    labels = {OTHER: "Cơ quan khác (tự nhập tên)"} | {
        one.id: organisation_label(one) for one in known.values()
    }
    chosen = st.selectbox(
        "Cơ quan, địa phương",
        list(labels),
        index=_position(list(labels), table.organisation.id if table.organisation else None),
        format_func=labels.__getitem__,
        placeholder="Gõ tên để tìm",
        key=f"{key}-co-quan",
        filter_mode="contains",
    )
    _read_from(table, "organisation")
    return _named(table, key) if chosen == OTHER else known.get(chosen or "")


def _named(table: Table, key: str) -> Organisation | None:
    """The organisation of a name typed in: the registry's, else a new one."""
    name = st.text_input(
        "Tên cơ quan", placeholder="Sở Tư pháp tỉnh Tuyên Quang", key=f"{key}-ten-co-quan"
    )
    return intake.organisation_named(name, answers.reference(), table.year) if name else None


def _year(table: Table, key: str) -> int | None:
    options = list(range(LAST_YEAR, FIRST_YEAR - 1, -1))
    year = st.selectbox(
        "Năm đánh giá",
        options,
        index=_position(options, table.year),
        format_func=str,
        placeholder="Chọn năm được đánh giá",
        key=f"{key}-nam",
        filter_mode="prefix",
    )
    _read_from(table, "year")
    return year


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


def _position(options: list[T], value: T | None) -> int | None:
    return options.index(value) if value is not None and value in options else None


def _read_from(table: Table, field: str) -> None:
    """The text a proposal was read from, or that none was found."""
    found = [one for one in table.evidence if one.field == field]
    if not found:
        st.caption("Theo tên các cột." if field == "kind" else "Chưa đọc được từ tệp.")
    for one in found[:1]:
        st.caption(f"Đọc từ {literal(one.place)}: “{literal(_short(one.text))}”")


def _short(text: str, width: int = 90) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
