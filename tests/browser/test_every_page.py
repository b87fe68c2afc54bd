"""Does every page look as it should, on a laptop and on a phone?"""

import pytest
from playwright.sync_api import Page

from tests.browser import harness, looking

ADDRESSES = (
    *("/", "/diem-bi-mat", "/hai-long", "/don-vi", "/nhap-du-lieu", "/doi-chieu"),
    *("/nhiem-vu", "/chi-tieu", "/thoi-han", "/trinh-chieu", "/nhan-xet", "/xuat-tai-lieu"),
    *("/so-sanh-nam", "/xu-huong", "/xep-hang", "/truc-thuoc", "/nhieu-chi-so", "/tu-cham"),
)


@pytest.fixture(params=ADDRESSES)
def shown(page: Page, request: pytest.FixtureRequest) -> Page:
    page.goto(request.param)
    harness.settle(page)
    return page


def test_a_page_over_the_samples_is_whole(shown: Page) -> None:
    assert shown.locator('[data-testid="stException"]').count() == 0
    assert looking.english(shown) == []
    assert looking.cut_labels(shown) == []
    assert looking.too_wide(shown) == 0
    assert looking.unnamed_charts(shown) == 0
    assert shown.evaluate("document.documentElement.lang") == "vi"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_fits_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size(harness.PHONE)
    page.goto(address)
    harness.settle(page)
    assert looking.cut_labels(page) == []
    assert looking.too_wide(page) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_home_page_follows_the_appearance_of_the_machine(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    harness.settle(page)
    background = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}[scheme]


def test_the_home_page_says_everything_on_one_screen(page: Page) -> None:
    page.goto("/")
    harness.settle(page)
    bottoms = page.evaluate(
        "[...document.querySelectorAll('[data-testid=\"stMetric\"]')]"
        ".map((one) => one.getBoundingClientRect().bottom)"
    )
    assert bottoms
    assert max(bottoms) <= harness.SCREEN["height"]
