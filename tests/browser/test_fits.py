"""Does every view fit its screen, a phone and a sheet of paper?"""

import pytest
from playwright.sync_api import Page

from tests.browser import harness, looking

OF_LAM_DONG = "co_quan=lam-dong&nam=2020"
OF_GIA_LAI = "co_quan=gia-lai&nam=2022"
HOME = f"/?{OF_LAM_DONG}"
LOSSES = f"/diem-bi-mat?{OF_LAM_DONG}"
EVERY = (
    HOME,
    LOSSES,
    f"{LOSSES}&ma=6",
    f"{LOSSES}&ma=6.1.2",
    f"/hai-long?{OF_GIA_LAI}",
    f"/don-vi?{OF_LAM_DONG}",
    f"/don-vi?{OF_LAM_DONG}&don_vi=Sở Tài chính",
    "/nhap-du-lieu",
    f"/doi-chieu?{OF_LAM_DONG}",
)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    harness.settle(page)
    return page


def test_the_home_page_needs_no_scrolling(page: Page) -> None:
    opened(page, HOME)
    over = page.evaluate(
        "(() => { const one = document.querySelector('[data-testid=\"stMain\"]');"
        " return one.scrollHeight - one.clientHeight; })()"
    )
    seen = page.evaluate(
        '[...document.querySelectorAll(\'[data-testid="stPlotlyChart"],'
        ' [data-testid="stMetric"], [data-testid="stDataFrame"]\')]'
        ".filter((one) => one.checkVisibility() && !one.closest('details:not([open])'))"
        ".map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(seen) <= harness.SCREEN["height"]
    assert over <= 0


@pytest.mark.parametrize("address", EVERY)
def test_a_page_is_whole_and_vietnamese_on_a_phone_and_on_a_laptop(
    page: Page, address: str
) -> None:
    page.set_viewport_size(harness.PHONE)
    opened(page, address)
    assert looking.too_wide(page) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= harness.PHONE["width"]
    assert page.evaluate(_OVER, harness.PHONE["width"]) == []
    assert looking.cut_labels(page) == []
    page.set_viewport_size(harness.SCREEN)
    harness.settle(page)
    assert page.locator('[data-testid="stException"]').count() == 0
    assert looking.english(page) == []
    assert looking.cut_labels(page) == []
    assert "&#" not in page.inner_text("body")  # text of a file, escaped once and not twice


# Elements that reach over the right edge, unless they scroll inside a box of their own.
_OVER = """(width) => {
  const scrolls = (one) => {
    for (let box = one; box; box = box.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(box).overflowX)
          && box.dataset.testid !== 'stMain' && box.getBoundingClientRect().right <= width + 1)
        return true;
    return false;
  };
  return [...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')]
    .filter((one) => one.getClientRects().length
      && one.getBoundingClientRect().right > width + 1 && !scrolls(one))
    .map((one) => `${one.tagName} ${one.dataset.testid || ''} ${one.textContent.slice(0, 40)}`);
}"""


@pytest.mark.parametrize("address", [HOME, LOSSES, f"/hai-long?{OF_GIA_LAI}"])
def test_paper_has_the_charts_and_none_of_the_buttons(page: Page, address: str) -> None:
    opened(page, address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 within its margins, at 96 dpi
    page.wait_for_timeout(600)
    shown = page.evaluate(
        '[...document.querySelectorAll(\'[data-testid="stSidebar"], [data-testid="stHeader"],'
        " .stButton')].filter((one) => one.getClientRects().length).length"
    )
    assert shown == 0
    assert looking.cut_labels(page) == []
    assert page.evaluate(_OVER, 718) == []
    charts = page.locator('[data-testid="stPlotlyChart"]')
    assert charts.count() > 0
    for style in charts.evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).breakInside)"
    ):
        assert style == "avoid"
