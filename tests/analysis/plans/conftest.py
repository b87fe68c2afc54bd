"""Tables to load by a test."""

from collections.abc import Callable

import pytest

from scoring.store import Store
from tests.analysis.material import load_scores


@pytest.fixture
def load_table(store: Store) -> Callable[..., str]:
    return lambda text, **batch: load_scores(store, text, **batch)
