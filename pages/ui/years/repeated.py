"""What was lost year after year, three years running."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import answers, figures, tables
from pages.ui.plain_text import literal
from scoring.analysis.messages import years_parts as said_parts
from scoring.analysis.years.year_values import YearValue


def show(values: Sequence[YearValue], last: YearValue) -> None:
    """The criteria that lost points in each of the three years up to `last`."""
    st.markdown("##### Mất điểm lặp lại")
    found = answers.repeated(values, last)
    told = said_parts.repeated(found)
    if found.rows is None:
        st.caption(literal(f"{told}."))
        return
    figures.message(told)
    if found.rows.empty:
        return
    columns = {
        "code": tables.text("Mã", width=96),
        "title": tables.text("Tiêu chí"),
        **{
            f"lost_{number}": tables.of_points(f"Mất {year}")
            for number, year in enumerate(found.years)
        },
        "lost": tables.of_points("Cộng"),
    }
    tables.table(found.rows, columns, alt="Tiêu chí mất điểm cả ba năm liên tiếp", wide=True)
