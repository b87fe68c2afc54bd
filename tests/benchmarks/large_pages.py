"""Is a page over 4 million made-up scores as quick as over the samples?

Every answer is asked anew in both; what else a page does is the same work twice.
"""

from collections.abc import Iterator
from os import environ
from pathlib import Path
from unittest.mock import patch

from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from tests import databases
from tests.benchmarks.asking import JUDGED, SIZES, built, chosen
from tests.benchmarks.measure import Measurement, Timed, against, seconds
from tests.pages.opening import opened, pages


def measurements(folder: Path) -> Iterator[Measurement]:
    """Each page over both databases, in turns; nothing where that size was left out."""
    if JUDGED not in chosen():
        return
    set_log_level("error")  # outside a server Streamlit warns at every call
    small = folder / "samples.duckdb"
    databases.samples(small)
    large = built(JUDGED)
    for page, title in pages().items():
        yield against(
            f"Trang {title}, hỏi lại mọi câu, {SIZES[JUDGED]} dòng điểm",
            _anew(page, large),
            "trang ấy với dữ liệu mẫu",
            _anew(page, small),
        )


def _anew(page: str, database: Path) -> Timed:
    """Seconds of one run of a page whose answers were all forgotten."""
    over = {"SCORING_DATABASE": str(database)}
    with patch.dict(environ, over):
        app = opened(page)

    def once() -> float:
        with patch.dict(environ, over):
            return seconds(lambda: _run(app))()

    return once


def _run(app: AppTest) -> None:
    answers.forget()
    app.run()
    if app.exception:
        raise RuntimeError(str(app.exception[0].value))
