"""Does every view fit its screen, a phone and a sheet of paper?"""

import re

import pytest
from playwright.sync_api import Page

from tests.browser import harness, looking

OF_LAM_DONG = "co_quan=lam-dong&nam=2020"
OF_GIA_LAI = "co_quan=gia-lai&nam=2022"
HOME = f"/?{OF_LAM_DONG}"
PLAN = "co_quan=so-van-hoa-the-thao-va-du-lich-gia-lai&nam=2023"
PAPER = 1032  # pixels of A4 on its side within its margins, at 96 dpi
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
    page.set_viewport_size({"width": PAPER, "height": 700})
    page.wait_for_timeout(600)
    shown = page.evaluate(
        '[...document.querySelectorAll(\'[data-testid="stSidebar"], [data-testid="stHeader"],'
        " .stButton')].filter((one) => one.getClientRects().length).length"
    )
    assert shown == 0
    assert looking.cut_labels(page) == []
    assert page.evaluate(_OVER, PAPER) == []
    charts = page.locator('[data-testid="stPlotlyChart"]')
    assert charts.count() > 0
    for style in charts.evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).breakInside)"
    ):
        assert style == "avoid"


# What paper shows of charts that were drawn for a wide screen, before anything could resize them.
_ON_PAPER = """(width) => {
  window.dispatchEvent(new Event('beforeprint'));
  document.querySelector('.stApp').style.width = `${width}px`;
  const found = [];
  for (const chart of document.querySelectorAll('[data-testid="stPlotlyChart"]')) {
    if (!chart.checkVisibility()) continue;
    const frame = chart.getBoundingClientRect();
    for (const one of chart.querySelectorAll('.main-svg, .main-svg text')) {
      const box = one.getBoundingClientRect();
      if (box.width && (box.right > width + 1 || box.bottom > frame.bottom + 2
          || box.left < -1 || box.top < frame.top - 2))
        found.push(`${one.tagName} ${one.textContent.slice(0, 40)} ${Math.round(box.right)}`);
    }
    const drawn = chart.querySelector('.svg-container').getBoundingClientRect();
    if (drawn.height < 40 || drawn.width < 40) found.push(`chart of ${drawn.width} pixels`);
  }
  return found;
}"""


@pytest.mark.parametrize(
    "address",
    [HOME, LOSSES, f"/hai-long?{OF_GIA_LAI}", f"/don-vi?{OF_LAM_DONG}", f"/nhiem-vu?{PLAN}"],
)
def test_a_chart_of_a_wide_screen_is_not_cut_on_paper(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    opened(page, address)
    drawn = page.locator('[data-testid="stPlotlyChart"] .main-svg')
    widest = max(drawn.evaluate_all("(all) => all.map((one) => one.clientWidth)"), default=0)
    assert widest > 800 or "nhiem-vu" in address  # a paper's width or more: else nothing is shown
    page.emulate_media(media="print")
    assert page.evaluate(_ON_PAPER, PAPER) == []


def test_paper_is_a4_on_its_side(page: Page) -> None:
    opened(page, LOSSES)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    assert {
        (round(float(wide) / 72 * 25.4), round(float(high) / 72 * 25.4)) for wide, high in boxes
    } == {(297, 210)}
