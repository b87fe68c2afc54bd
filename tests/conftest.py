"""Tests give the same verdict on every run and every machine."""

from hypothesis import HealthCheck, settings

import scoring  # noqa: F401  # before openpyxl, which it keeps to one XML parser

settings.register_profile(
    "fixed",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("fixed")
