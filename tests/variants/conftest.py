"""What every variant is read with."""

from pathlib import Path

import pytest

from scoring.ingest.reference import Reference, load_reference


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The shipped reference data."""
    return load_reference(Path(__file__).parents[2] / "data" / "reference")[0]
