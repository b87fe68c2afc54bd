"""One server over the samples and one Chromium for all browser tests of a worker."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import databases
from tests.browser import harness


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests share one worker, and are skipped where there is no Chromium."""
    reason = "Chromium is missing and could not be installed (tests/browser/install.sh says why)"
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if harness.chromium() is None:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "samples.duckdb"
    databases.samples(path)
    return path


@pytest.fixture(scope="session")
def server(database: Path) -> Iterator[str]:
    """The address of the dashboard over the samples."""
    log = database.with_suffix(".log")
    with harness.served(harness.ROOT / "dashboard.py", database, log=log) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with harness.browsing() as one:
        yield one


@pytest.fixture
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty page of a reader in Việt Nam; fails the test that reaches for the outside."""
    context = browser.new_context(
        viewport=harness.SCREEN, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", base_url=server
    )
    outside: list[str] = []
    page = context.new_page()
    page.on("request", lambda one: outside.append(one.url) if is_outside(one.url) else None)
    yield page
    if folder := os.environ.get("SCORING_TEST_SCREENSHOTS"):
        name = request.node.name.replace("/", "-")
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
    context.close()
    assert outside == []


def is_outside(url: str) -> bool:
    return url.startswith(("http", "ws")) and "//localhost:" not in url
