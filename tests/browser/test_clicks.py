"""Does a click lead where it should, and does its address lead there again?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import harness

OF_LAM_DONG = "co_quan=lam-dong&nam=2020"
OF_GIA_LAI = "co_quan=gia-lai&nam=2022"
HOME = f"/?{OF_LAM_DONG}"
LOSSES = f"/diem-bi-mat?{OF_LAM_DONG}"
LEAF = f"{LOSSES}&ma=6.1.2"
MAIN = '[data-testid="stMainBlockContainer"]'
NO_SUCH_PAGE = "Không có trang này"


@dataclass
class Dashboard:
    """A dashboard opened as README says, and what its very first visitor saw."""

    address: str
    first_text: str
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def dashboard(database: Path, browser: Browser) -> Iterator[Dashboard]:
    """`python -m pages` over the samples; its first visit is a link into a page."""
    port = harness.free_port()
    command = [sys.executable, "-m", "pages", f"--server.port={port}", "--server.headless=true"]
    own = database.with_name("clicks.duckdb")
    own.write_bytes(database.read_bytes())  # a database file belongs to one server
    with database.with_name("clicks.log").open("ab") as log:
        server = subprocess.Popen(
            command,
            cwd=harness.ROOT,
            env=os.environ | {"SCORING_DATABASE": str(own)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        harness.wait_for_health(port, server)
        address = f"http://localhost:{port}"
        yield Dashboard(address, first_visit(browser, address + LEAF))
    finally:
        harness.stopped(server)


@pytest.fixture(scope="module")
def context(dashboard: Dashboard, browser: Browser) -> Iterator[BrowserContext]:
    """One reader in Việt Nam, whose every request is written down."""
    made = browser.new_context(
        viewport=harness.SCREEN,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        base_url=dashboard.address,
    )
    made.on("request", lambda one: dashboard.requests.append(one.url))
    made.on(
        "page",
        lambda page: page.on("websocket", lambda one: dashboard.requests.append(one.url)),
    )
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.set_viewport_size(harness.SCREEN)
    yield page
    page.close()


def first_visit(browser: Browser, address: str) -> str:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.goto(address)
    harness.settle(page, 60)
    text = page.inner_text("body")
    context.close()
    return text


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    harness.settle(page)
    return page


def asked(page: Page, name: str = "ma") -> str:
    """One choice of the address, '' where it is not there."""
    return parse_qs(urlsplit(page.url).query).get(name, [""])[0]


def goes_to(page: Page, code: str) -> None:
    """Wait until the address names the criterion, and its page is drawn."""
    page.wait_for_function(
        "(code) => (new URLSearchParams(location.search).get('ma') || '') === code", arg=code
    )
    harness.settle(page)


def click_bar(page: Page, key: str, name: str) -> None:
    """Click the bar of one criterion, found by what it carries; the sliver at its left edge."""
    place = page.evaluate(_BAR, [key, name])
    page.mouse.click(place["x"], place["y"])


# Where a bar that carries the code is drawn on the screen; the widest one, the row's track.
_BAR = """([key, code]) => {
  const plot = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  plot.scrollIntoView({block: 'center'});
  const carried = (mark) => {
    const drawn = plot.calcdata.find((marks) => marks.includes(mark));
    return drawn && drawn[0].trace.customdata && drawn[0].trace.customdata[mark.i];
  };
  const paths = [...plot.querySelectorAll('.barlayer .point path')]
    .filter((path) => (carried(path.parentNode.__data__) || [])[0] === code);
  const boxes = paths.map((path) => path.getBoundingClientRect());
  const box = boxes.sort((one, other) => other.width - one.width)[0];
  return {x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2};
}"""


def click_tile(page: Page, key: str, code: str) -> None:
    tile = page.locator(f".st-key-{key} .treemaplayer .slicetext").filter(has_text=code).first
    tile.scroll_into_view_if_needed()
    box = tile.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def click_row(page: Page, key: str, row: int) -> None:
    """Click the second cell of one row of a table, which is painted on a canvas."""
    table = page.locator(f".st-key-{key} [data-testid='stDataFrame']").first
    table.scroll_into_view_if_needed()
    heights = table.evaluate("(one) => one.getBoundingClientRect().height")
    rows = int(table.locator("[role='grid']").get_attribute("aria-rowcount") or 0)
    header = 35
    height = (heights - header) / max(rows - 1, 1)
    table.click(position={"x": 140, "y": header + height * (row + 0.5)})


def heading(page: Page) -> str:
    return " ".join(page.locator(f"{MAIN} h3").first.inner_text().split())


# The way down, the way up, and the way back in


def test_the_first_link_after_a_start_opens_its_page(dashboard: Dashboard) -> None:
    assert NO_SUCH_PAGE not in dashboard.first_text
    assert "Sở Tài chính" in dashboard.first_text
    assert "6.1.2" in dashboard.first_text


def test_a_bar_of_the_home_page_opens_its_domain(tab: Page) -> None:
    opened(tab, HOME)
    click_bar(tab, "linh-vuc", "6")
    goes_to(tab, "6")
    assert urlsplit(tab.url).path == "/diem-bi-mat"
    assert (asked(tab, "co_quan"), asked(tab, "nam")) == ("lam-dong", "2020")
    assert heading(tab).endswith("58,5 % điểm mất của Tài chính công")


def test_bars_lead_down_to_the_criterion_and_buttons_back_up(tab: Page) -> None:
    opened(tab, LOSSES)
    click_bar(tab, "thac-nuoc", "6")
    goes_to(tab, "6")
    click_bar(tab, "cot-6", "6.1")
    goes_to(tab, "6.1")
    click_bar(tab, "cot-6-1", "6.1.2")
    goes_to(tab, "6.1.2")
    assert "Sở Tài chính" in tab.inner_text(MAIN)
    tab.locator(".st-key-len-6 button").click()
    goes_to(tab, "6")
    tab.locator(".st-key-len-goc button").click()
    goes_to(tab, "")
    click_bar(tab, "thac-nuoc", "6")  # the same bar again still leads down
    goes_to(tab, "6")


def test_a_tile_leads_one_level_down(tab: Page) -> None:
    opened(tab, LOSSES)
    click_tile(tab, "o-", "Tài chính công")
    goes_to(tab, "6")


def test_a_row_of_a_table_leads_one_level_down(tab: Page) -> None:
    opened(tab, f"{LOSSES}&ma=6")
    click_row(tab, "bang-6", 0)
    goes_to(tab, "6.3")  # 2,00 of 3,42


def test_a_unit_opens_from_its_bar(tab: Page) -> None:
    opened(tab, f"/don-vi?{OF_LAM_DONG}&cach=mot-minh")
    click_bar(tab, "don-vi-mot-minh", "Sở Tài chính")
    tab.wait_for_function("new URLSearchParams(location.search).get('don_vi') === 'Sở Tài chính'")
    harness.settle(tab)
    assert "chủ trì 5 tiêu chí mất 3,42 điểm" in tab.inner_text(MAIN)


def test_a_copied_address_opens_the_same_view(tab: Page, context: BrowserContext) -> None:
    opened(tab, HOME)
    click_bar(tab, "linh-vuc", "6")
    goes_to(tab, "6")
    other = opened(context.new_page(), tab.url)
    assert other.inner_text(MAIN) == tab.inner_text(MAIN)
    other.close()


def test_back_in_the_browser_is_back_in_the_dashboard(tab: Page) -> None:
    opened(tab, HOME)
    click_bar(tab, "linh-vuc", "6")
    goes_to(tab, "6")
    tab.go_back()
    expect(tab.locator(f"{MAIN} h1")).to_contain_text("Lâm Đồng, năm 2020")


def test_no_request_left_this_machine(tab: Page, dashboard: Dashboard) -> None:
    opened(tab, HOME)
    hosts = {urlsplit(url).hostname for url in dashboard.requests if url.startswith(("http", "ws"))}
    assert hosts == {"localhost"}
