"""Which day is it? The one in the address, so that a view can be sent, else today in Việt Nam."""

from datetime import date, datetime

import streamlit as st

from pages.ui import notices
from scoring.text.moments import VIETNAM

DAY = "ngay"  # in the address: '2021-11-20'
_YEARS = range(1990, 2101)  # of a day that anybody means


def today() -> date:
    """The day that states and delays are counted at."""
    asked = _asked()
    return asked or datetime.now(VIETNAM).date()


def tell() -> None:
    """Say which day is looked at where it is not today, or that the address names none."""
    named = st.query_params.get(DAY)
    if named is None:
        return
    asked = _asked()
    if asked is None:
        notices.unknown_choice("ngày", named)
    else:
        st.caption(f"Tính đến ngày {asked:%d/%m/%Y} (theo đường dẫn), không phải hôm nay.")


def kept() -> dict[str, str]:
    """The day of the address, for links that are to keep it."""
    return {DAY: st.query_params[DAY]} if _asked() else {}


def _asked() -> date | None:
    try:
        asked = date.fromisoformat(st.query_params.get(DAY, ""))
    except ValueError:
        return None
    return asked if asked.year in _YEARS else None
