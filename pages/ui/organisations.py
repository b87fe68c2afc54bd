"""The organisation in the sidebar: first the nation, a ministry or province, then those below it.

A province may have hundreds of units; only those of the one chosen are offered.
"""

from collections.abc import Callable, Collection

import streamlit as st

from pages.ui import answers
from scoring.text.words import sort_key

ORGANISATION = "co_quan"  # in the address: the one chosen, at whatever depth
_LEVELS = ("cả nước", "bộ", "tỉnh", "sở", "huyện", "xã")
_DEEPEST = 5
_ITSELF = ""


def choose(wanted: str, changed: Callable[[], None]) -> str:
    """Draw a choice for each level down to `wanted`, and one for whoever is below it.

    `changed` is called when another one is chosen, before the page runs again.
    Returns: the id of the organisation chosen.
    """
    first = _named("")
    path = _path(wanted, first)
    chosen = _choice(0, first, path[0] if path[0] in first else next(iter(first)), "", changed)
    for depth in range(1, _DEEPEST):
        below = _named(chosen)
        if not below:
            break
        default = path[depth] if depth < len(path) and path[depth] in below else _ITSELF
        member = _choice(depth, {_ITSELF: "— Tất cả —"} | below, default, chosen, changed)
        if member == _ITSELF:
            break
        chosen = member
    st.query_params[ORGANISATION] = chosen
    return chosen


def _choice(
    depth: int, names: dict[str, str], default: str, above: str, changed: Callable[[], None]
) -> str:
    key = f"{ORGANISATION}_{depth}"
    st.session_state[key] = default

    def follow() -> None:
        changed()
        st.query_params[ORGANISATION] = st.session_state[key] or above

    return st.sidebar.selectbox(
        "Đơn vị trực thuộc" if depth else "Cơ quan, địa phương",
        list(names),
        key=key,
        format_func=names.__getitem__,
        on_change=follow,
    )


def _path(wanted: str, top: Collection[str]) -> list[str]:
    """From one at the top down to the organisation wanted, as far as it is known."""
    path = [wanted]
    while path[0] not in top and len(path) < _DEEPEST:
        above = answers.ask("scopes_of", organisation=path[0])["parent"]
        if above.empty or not isinstance(above.iat[0], str):
            break
        path.insert(0, above.iat[0])
    return path


def _named(parent: str) -> dict[str, str]:
    """The organisations under one, with their names: those with tables of their own, then those
    only ranked.

    Each in alphabetical order level by level; a name given again after a merger carries its years.
    """
    known = answers.ask("organisations", parent=parent)
    twice = known["name"].duplicated(keep=False)
    ordered = sorted(known.assign(twice=twice).to_dict("records"), key=_order)
    return {
        row["organisation"]: f"{row['name']} ({_span(row)})" if row["twice"] else row["name"]
        for row in ordered
    }


def _order(row: dict) -> tuple:
    level = row["level"]
    place = _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)
    return not row["own"], place, sort_key(row["name"])


def _span(row: dict) -> str:
    first, last = int(row["first_year"]), int(row["last_year"])
    return str(first) if first == last else f"{first}–{last}"
