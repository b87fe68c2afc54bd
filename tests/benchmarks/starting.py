"""How long until the dashboard answers after it was started?"""

import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests import databases
from tests.benchmarks.measure import Measurement, Timed, against
from tests.browser import harness

EMPTY_APP = 'import streamlit as st\n\nst.title("Trống")\n'


def measurements(folder: Path) -> Iterator[Measurement]:
    """From the command to the health address, and to the first page where there is a Chromium."""
    dashboard = harness.ROOT / "dashboard.py"
    database = folder / "samples.duckdb"
    databases.samples(database)
    empty = folder / "empty_app" / "app.py"
    empty.parent.mkdir()
    empty.write_text(EMPTY_APP, encoding="utf-8")
    yield against(
        "Khởi động tới khi máy chủ trả lời",
        _to_health(dashboard, database),
        "ứng dụng Streamlit trống",
        _to_health(empty, database),
    )
    if harness.chromium() is None:
        return
    with harness.browsing() as browser:
        yield against(
            "Khởi động tới trang đầu tiên",
            _to_first_page(dashboard, database, browser),
            "ứng dụng Streamlit trống",
            _to_first_page(empty, database, browser),
        )


def _to_health(script: Path, database: Path) -> Timed:
    def once() -> float:
        port = harness.free_port()
        start = time.perf_counter()
        server = harness.started(script, port, database, log=database.with_suffix(".log"))
        try:
            harness.wait_for_health(port, server)
            return time.perf_counter() - start
        finally:
            harness.stopped(server)

    return once


def _to_first_page(script: Path, database: Path, browser: Browser) -> Timed:
    def once() -> float:
        port = harness.free_port()
        page = browser.new_page()
        start = time.perf_counter()
        server = harness.started(script, port, database, log=database.with_suffix(".log"))
        try:
            harness.wait_for_health(port, server)
            page.goto(f"http://localhost:{port}")
            page.wait_for_selector(harness.READY)
            page.wait_for_selector("h1, h2, h3")
            return time.perf_counter() - start
        finally:
            page.close()
            harness.stopped(server)

    return once
