"""One organisation's results: the cards of a year, and its years beside each other."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.answers.kept import ENTRIES, FEW, KEPT
from pages.ui.answers.known import ask, reference, store
from scoring.analysis.cards import Headline
from scoring.analysis.overview import headline as ask_headline
from scoring.analysis.years.comparison import Comparison, Repeated, compare
from scoring.analysis.years.comparison import repeated as repeated_in
from scoring.analysis.years.year_values import YearValue
from scoring.settings import settings


def headline(organisation: str, year: int) -> Headline:
    """The cards of the home page.

    Raises: KeyError when nothing is loaded for them.
    """
    return _headline(settings().database, organisation, year)


def comparison(before: YearValue, after: YearValue) -> Comparison:
    """Two years of an organisation beside each other, as far as they compare; do not change it."""
    return _comparison(settings().database, repr((before, after)), before, after)


def repeated(values: Sequence[YearValue], last: YearValue) -> Repeated:
    """What was lost in each of the years up to `last`; do not change it."""
    return _repeated(settings().database, repr((values, last)), values, last)


@st.cache_data(ttl=KEPT, max_entries=ENTRIES, show_spinner=False)
def _headline(database: str, organisation: str, year: int) -> Headline:
    return ask_headline(store().query, organisation, year)


# Kept as they are, not copied: pages only read them.


@st.cache_resource(ttl=KEPT, max_entries=FEW, show_spinner=False)
def _comparison(database: str, years: str, _before: YearValue, _after: YearValue) -> Comparison:
    return compare(ask, _before, _after, reference().breaks)


@st.cache_resource(ttl=KEPT, max_entries=FEW, show_spinner=False)
def _repeated(
    database: str, years: str, _values: Sequence[YearValue], _last: YearValue
) -> Repeated:
    return repeated_in(ask, _values, _last)


DROPPED = (_headline, _comparison, _repeated)
