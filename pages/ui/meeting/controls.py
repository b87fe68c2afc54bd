"""The bar under a screen: back and forth, the list of screens, table, notes, deck, and the end."""

from collections.abc import Callable

import streamlit as st

from pages.ui import downloads
from pages.ui.answers import Held
from pages.ui.meeting import address, back, body
from pages.ui.meeting.address import Place
from pages.ui.plain_text import literal
from scoring.reports.blocks import Screen
from scoring.reports.slides.deck import deck


def show(held: Held, at: Place, *, parent: str) -> None:
    """The buttons; `parent` is the criterion above the one that is looked at."""
    with st.container(horizontal=True, vertical_alignment="center", key="man-nut"):
        _steps(at)
        if at.under is not None or address.aside():
            _button("Quay lại", "undo", "len", address.up, parent)
        _choices(at)
        _links(held, at)
        downloads.offer(
            "Tải bộ slide (.pptx)",
            lambda: deck(held.screens, body=held.review.name),
            f"cuoc-hop-{held.review.organisation}-{held.review.year}.pptx",
            key="man-bo-slide",
        )
        _button("Kết thúc", "close", "het", address.leave, address.whose(held))


def contents(at: Place) -> None:
    """The list of screens, one button each."""
    with st.container(key="man-muc-luc"):
        st.html('<h1 class="man-thong-diep">Các màn trình chiếu</h1>')
        with st.grid(2, min_column_width=600):
            for number, screen in enumerate(at.screens, 1):
                st.button(
                    literal(f"{number}. {screen.topic}"),
                    key=f"toi-{screen.key}",
                    on_click=address.go,
                    args=(screen.key,),
                    type="primary" if number == at.at + 1 else "secondary",
                    width="stretch",
                )


def _steps(at: Place) -> None:
    last = len(at.screens) - 1
    _turn("Trước", "chevron_left", at.screens[max(at.at - 1, 0)], off=at.at == 0)
    _button(
        f"{at.at + 1}/{last + 1}", "list", "muc-luc", address.toggle, address.ASIDE, address.LIST
    )
    _turn("Sau", "chevron_right", at.screens[min(at.at + 1, last)], off=at.at == last)


def _turn(label: str, icon: str, to: Screen, *, off: bool) -> None:
    st.button(
        label,
        icon=f":material/{icon}:",
        key=f"man-{icon}",
        on_click=address.go,
        args=(to.key,),
        disabled=off,
    )


def _choices(at: Place) -> None:
    if body.has_both(at.screen) and not address.aside():
        table = address.shows_table()
        label, icon = ("Biểu đồ", "bar_chart") if table else ("Bảng số liệu", "table")
        _button(label, icon, "bang", address.toggle, address.SHOWN, address.TABLE)
    _button("Ghi chú", "sticky_note_2", "ghi", address.toggle, address.ASIDE, address.NOTES)


def _links(held: Held, at: Place) -> None:
    """To the live pages, which know the way back."""
    for one in at.screen.links:
        st.page_link(
            one.page,
            label=literal(one.label),
            icon=":material/open_in_new:",
            query_params=address.whose(held) | dict(one.query) | back.told(held.meeting, at),
        )


def _button(label: str, icon: str, key: str, to: Callable[..., None], *args: object) -> None:
    st.button(
        label,
        icon=f":material/{icon}:",
        key=f"man-nut-{key}",
        on_click=to,
        args=args,
        type="tertiary" if key == "het" else "secondary",
    )
