"""How much of a page's script is asking, and how much is Streamlit's own?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache, wraps
from os import environ
from pathlib import Path
from unittest.mock import patch

from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from tests import databases
from tests.benchmarks.measure import Measurement, Timed, against, seconds
from tests.pages.opening import opened, pages

ASKED = ("ask", "headline")  # of pages.ui.answers


def measurements(folder: Path) -> Iterator[Measurement]:
    """Each page over the samples, the answers asked anew, against the same page given them."""
    set_log_level("error")  # outside a server Streamlit warns at every call
    path = folder / "samples.duckdb"
    databases.samples(path)
    with patch.dict(environ, {"SCORING_DATABASE": str(path)}):
        for page, title in pages().items():
            app = opened(page)
            with constant_answers():
                app.run()
            yield against(
                f"Trang {title}, hỏi lại mọi câu",
                seconds(lambda app=app: _anew(app)),
                "trang ấy với bảng cho sẵn",
                _with_constants(app),
            )
            yield against(
                f"Trang {title}, câu trả lời đã có",
                seconds(lambda app=app: _run(app)),
                "trang ấy với bảng cho sẵn",
                _with_constants(app),
            )


@contextmanager
def constant_answers() -> Iterator[None]:
    """Every question answered once and then from a dictionary."""
    kept = {name: _kept(getattr(answers, name)) for name in ASKED}
    with patch.multiple(answers, **kept):
        yield


@cache
def _kept(function: Callable[..., object]) -> Callable[..., object]:
    known: dict[str, object] = {}

    @wraps(function)
    def answer(*args: object, **params: object) -> object:
        key = repr((args, sorted(params.items())))
        if key not in known:
            known[key] = function(*args, **params)
        return deepcopy(known[key])  # a caller may change its frame

    return answer


def _with_constants(app: AppTest) -> Timed:
    def once() -> float:
        with constant_answers():
            return seconds(lambda: _run(app))()

    return once


def _anew(app: AppTest) -> None:
    answers.forget()
    _run(app)


def _run(app: AppTest) -> None:
    app.run()
    if app.exception:
        raise RuntimeError(str(app.exception[0].value))
