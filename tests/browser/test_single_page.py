"""Does the HTML file open with no network, and is it read on a laptop, a phone and paper?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scoring import intake
from scoring.analysis.messages.commentary import commentary
from scoring.analysis.review.gathered import review
from scoring.charts.standalone import drawn, program
from scoring.reports.screens.sequence import screens
from scoring.reports.single_page.page import single_page
from tests import databases
from tests.browser import harness

LEAST_WORDS = 170  # pixels: some four words of a line
CHARTS = "document.querySelectorAll('.js-plotly-plot .main-svg').length"


@pytest.fixture(scope="module")
def file(database: Path) -> Path:
    own = database.with_name("single.duckdb")
    own.write_bytes(database.read_bytes())  # a database file belongs to one process
    store, _, _ = intake.open_everything(databases.of(own))
    found = review(store.query, "lam-dong", 2020, date(2026, 11, 22))
    told = screens(found, commentary(found))
    store.close()
    path = own.with_suffix(".html")
    path.write_bytes(single_page(told, title="Lâm Đồng 2020", drawn=drawn, program=program()))
    return path


@pytest.fixture
def offline(browser: Browser, file: Path) -> Iterator[Page]:
    """The file, opened with the network cut; fails the test that asks for anything else."""
    context = browser.new_context(viewport=harness.SCREEN, locale="vi-VN", offline=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: wrong.append(str(one)))
    page.goto(file.as_uri())
    page.wait_for_function(f"{CHARTS} > 0")
    yield page
    context.close()
    assert set(asked) == {file.as_uri()}
    assert wrong == []


@pytest.mark.parametrize("size", [harness.SCREEN, harness.PHONE], ids=["laptop", "phone"])
def test_every_chart_is_drawn_within_its_screen(
    offline: Page, file: Path, size: dict[str, int]
) -> None:
    _turned(offline, size)
    assert offline.evaluate("document.documentElement.scrollWidth") <= size["width"]
    places = offline.locator("[data-chart]")
    assert places.count() == file.read_text(encoding="utf-8").count('type="application/json"')
    for at in range(places.count()):
        box = places.nth(at).locator(".main-svg").first.bounding_box()
        assert box is not None
        assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"] + 1


def test_on_a_phone_a_wide_table_scrolls_in_its_box_and_its_words_stay_readable(
    offline: Page,
) -> None:
    _turned(offline, harness.PHONE)
    widths = offline.locator("td.long").evaluate_all("(all) => all.map((one) => one.offsetWidth)")
    over = offline.locator(".table").evaluate_all(
        "(all) => all.map((one) => one.scrollWidth - one.clientWidth)"
    )
    assert widths and min(widths) >= LEAST_WORDS
    assert max(over) > 0
    assert offline.evaluate("document.documentElement.scrollWidth") <= harness.PHONE["width"]


def test_a_mark_tells_its_number_when_it_is_pointed_at(offline: Page) -> None:
    chart = offline.locator("[data-chart]").first
    chart.scroll_into_view_if_needed()
    # The bar of the largest loss of the waterfall: the first that is not the maximum itself.
    bars = chart.locator(".trace.bars").first.locator(".point path")
    box = next(box for box in (one.bounding_box() for one in bars.all()) if box and box["width"])
    offline.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    offline.wait_for_selector(".hoverlayer text", state="attached")
    assert "Điểm mất: 7,31" in " ".join(offline.locator(".hoverlayer text").all_text_contents())


def test_on_paper_no_chart_is_wider_than_the_sheet(offline: Page) -> None:
    offline.set_viewport_size({"width": 1920, "height": 1080})
    offline.emulate_media(media="print")
    widths = offline.evaluate(
        "(() => { window.dispatchEvent(new Event('beforeprint'));"
        " return [...document.querySelectorAll('.main-svg')]"
        ".map((one) => one.getBoundingClientRect().width); })()"
    )
    assert widths and max(widths) <= 1032


def _turned(page: Page, size: dict[str, int]) -> None:
    """Opened anew on a screen of that size."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.reload()
    page.wait_for_function(f"{CHARTS} > 0")
