"""How long until a person sees the last chart of the home page?"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests import databases
from tests.benchmarks.measure import Measurement, Timed, against
from tests.browser import harness

GOAL = 1.3
CHARTS = '[data-testid="stPlotlyChart"]'
BARE_APP = """import plotly.graph_objects as go
import streamlit as st

for number in range({charts}):
    bars = go.Bar(x=[3, 2, 1, 4, 5, 6, 7, 8], y=list("abcdefgh"), orientation="h")
    st.plotly_chart(go.Figure(bars), key=f"chart{{number}}")
"""


def measurements(folder: Path) -> Iterator[Measurement]:
    """The home page over the samples against a bare page with as many charts; warm servers."""
    if harness.chromium() is None:
        return
    database = folder / "samples.duckdb"
    databases.samples(database)
    log = folder / "server.log"
    with (
        harness.browsing() as browser,
        harness.served(harness.ROOT / "dashboard.py", database, log=log) as home,
    ):
        charts = _charts(browser, home)
        bare = folder / "bare_app" / "app.py"
        bare.parent.mkdir()
        bare.write_text(BARE_APP.format(charts=charts), encoding="utf-8")
        with harness.served(bare, log=log) as other:
            yield against(
                f"Trang đầu tới biểu đồ cuối cùng ({charts} biểu đồ)",
                _to_last_chart(browser, home, charts),
                "trang Streamlit trần có bấy nhiêu biểu đồ",
                _to_last_chart(browser, other, charts),
                rounds=7,
                goal=GOAL,
            )


def _charts(browser: Browser, address: str) -> int:
    """How many charts the page draws."""
    page = browser.new_page(viewport=harness.SCREEN)
    page.goto(address)
    harness.settle(page)
    count = page.locator(CHARTS).count()
    page.close()
    return count


def _to_last_chart(browser: Browser, address: str, charts: int) -> Timed:
    """Seconds by the page's own clock, from its navigation to the last chart's marks."""

    def once() -> float:
        context = browser.new_context(viewport=harness.SCREEN, locale="vi-VN")
        page = context.new_page()
        page.goto(address, wait_until="commit")
        page.wait_for_function(_ALL_DRAWN, arg=charts, polling="raf", timeout=60_000)
        taken = float(page.evaluate("performance.now()"))
        context.close()
        return taken / 1000

    return once


_ALL_DRAWN = """(charts) => {
  const drawn = [...document.querySelectorAll('.js-plotly-plot')]
    .filter((one) => one.querySelector('.main-svg .point path, .main-svg .slice'));
  return drawn.length >= charts;
}"""
