"""Reviews of the published samples, asked once for all tests of reports."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest

from scoring import intake
from scoring.analysis.messages.commentary import commentary
from scoring.analysis.review.gathered import Review, review
from scoring.ingest.reference import Reference
from scoring.reports.blocks import Screen
from scoring.reports.screens.sequence import screens
from scoring.store import Store
from tests import databases

DAY = date(2022, 1, 10)
Reviewed = Callable[..., Review]


@pytest.fixture(scope="session")
def sample_store(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Store, Reference]]:
    """The published tables, loaded; not to be changed."""
    path = tmp_path_factory.mktemp("reports") / "samples.duckdb"
    databases.samples(path)
    store, reference, _ = intake.open_everything(databases.of(path))
    yield store, reference
    store.close()


@pytest.fixture(scope="session")
def review_of(sample_store: tuple[Store, Reference]) -> Reviewed:
    """A sample's review: (organisation, year, day) → Review."""
    store, known = sample_store

    @cache
    def asked(organisation: str, year: int, day: date = DAY) -> Review:
        sets = known.criteria_sets
        return review(store.query, organisation, year, day, breaks=known.breaks, sets=sets)

    return asked


@pytest.fixture(scope="session")
def lam_dong(review_of: Reviewed) -> Review:
    return review_of("lam-dong", 2020)


@pytest.fixture(scope="session")
def lam_dong_screens(lam_dong: Review) -> tuple[Screen, ...]:
    return screens(lam_dong, commentary(lam_dong))
