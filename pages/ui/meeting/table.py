"""A screen's table on the wall: pages of rows that fit, and the way deeper from each row."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from scoring.reports.blocks import Table, written

_HERE = Path(__file__).parent
_NUMBERS = ("points", "number", "percent", "share", "integer", "change")
_COMPONENT = st.components.v2.component(
    "bang_trinh_chieu",
    html='<div class="khung"><table><thead><tr></tr></thead><tbody></tbody></table>'
    '<div class="trang" hidden><button type="button" aria-label="Các dòng trước">↑</button>'
    '<button type="button" aria-label="Các dòng tiếp">↓</button><span></span></div></div>\n',
    css=(_HERE / "table.css").read_text(encoding="utf-8"),
    js=(_HERE / "table.js").read_text(encoding="utf-8"),
)


def show(
    table: Table,
    *,
    key: str,
    alt: str,
    opens: Callable[[str], bool],
    on_pick: Callable[[str], None],
    scrolls: bool,
) -> None:
    """The rows; those whose first cell `opens` something hand it to `on_pick` when clicked.

    `scrolls`: a phone, where all rows stand below each other.
    """
    labels = [str(row[0]) for row in table.rows]
    data = {
        "columns": [
            {"title": one.title, "width": one.width, "number": one.kind in _NUMBERS}
            for one in table.columns
        ],
        "rows": [
            {
                "cells": [
                    written(value, column.kind)
                    for value, column in zip(row, table.columns, strict=True)
                ],
                "strong": at in table.strong,
                "opens": opens(labels[at]),
            }
            for at, row in enumerate(table.rows)
        ],
        "alt": alt,
        "scrolls": scrolls,
    }

    def picked() -> None:
        row = getattr(st.session_state[key], "row", None)
        if row is not None:
            on_pick(labels[int(row)])

    _COMPONENT(data=data, key=key, on_row_change=picked, height="content" if scrolls else "stretch")
