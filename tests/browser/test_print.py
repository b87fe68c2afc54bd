"""Is a page whole on paper: A4 landscape, no side bar, no chart cut?"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser import harness

OF_LAM_DONG = "co_quan=lam-dong&nam=2020"
LOSSES = f"/diem-bi-mat?{OF_LAM_DONG}"
UNITS = f"/don-vi?{OF_LAM_DONG}"
WITH_CHARTS = (
    f"/?{OF_LAM_DONG}",
    LOSSES,
    "/hai-long?co_quan=gia-lai&nam=2022",
    UNITS,
    f"/xep-hang?{OF_LAM_DONG}",
)
OF_A_PLAN = "co_quan=so-van-hoa-the-thao-va-du-lich-gia-lai&nam=2023"
TARGETS = f"/chi-tieu?{OF_A_PLAN}"
STEERED = (f"/nhiem-vu?{OF_A_PLAN}", TARGETS, f"/ghi-chu?{OF_LAM_DONG}")
EVERY = (*WITH_CHARTS, f"/nhiem-vu?{OF_LAM_DONG}", f"/so-sanh-nam?{OF_LAM_DONG}")

A4_POINTS = (842, 595)
SHEET = {"width": 1032, "height": 703}  # A4 landscape within its margins of 12 mm, at 96 dpi
SCREENS = (harness.PHONE, {"width": 1920, "height": 1080})

# A printer gets the drawings of the screen: nothing is told of its new room while it prints.
# Emulated media is told; these charts are not.
KEEPS_ITS_PIXELS = """
window.ResizeObserver = class extends ResizeObserver {
  constructor(tell) { super((...seen) => matchMedia('print').matches || tell(...seen)); }
};"""

NOT_FOR_PAPER = (
    '[data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"],'
    ' [data-testid="stElementToolbar"], [data-testid="stFileUploader"], .modebar-container,'
    ' .stButton, .stDownloadButton, [data-testid="stPopover"]'
)
FIELDS = (
    ".stSelectbox:not([data-testid='stSidebar'] *), .stMultiSelect, .stDateInput, .stTextInput,"
    " .stNumberInput, .stForm, .stRadio, .stFileUploader"
)
CHOSEN = '[data-testid="stButtonGroup"] button[aria-checked="true"]'
HEADS = '[data-testid="stElementContainer"]:has(> [data-testid="stHeading"])'
LEAST_WORDS = 8  # pixels of a letter's height on the sheet: 6 points
SMALLEST = """() => Math.min(...[...document.querySelectorAll(
    '[data-testid="stPlotlyChart"] .main-svg')].filter((one) => one.checkVisibility())
  .flatMap((svg) => {
    const part = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll('text')].filter((one) => one.textContent.trim())
      .map((one) => parseFloat(getComputedStyle(one).fontSize) * part);
  }))"""
CUT_BETWEEN_STRIPS = """() => [...document.querySelectorAll('.doan-bieu-do > div')]
  .flatMap((strip) => {
    const { top, bottom } = strip.getBoundingClientRect();
    return [...strip.querySelectorAll('.bars .point path, text')].filter((one) => {
      const box = one.getBoundingClientRect();
      return [top, bottom].some((edge) => box.top < edge - 1 && box.bottom > edge + 1);
    }).map((one) => one.textContent || 'bar');
  })"""
SEEN = "(all) => all.filter((one) => one.getClientRects().length).length"
OVER = """(sheet) => [...document.querySelectorAll(
    '[data-testid="stPlotlyChart"] :is(div, svg, text, .bars path)')]
  .filter((one) => !one.matches('.doan-bieu-do')) // goes on on the next sheet
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width)
  .filter((one) => one.getBoundingClientRect().right > sheet.width + 1
    || one.getBoundingClientRect().left < -1
    || one.getBoundingClientRect().height > sheet.height + 1)
  .map((one) => `${one.tagName}.${one.getAttribute('class')} ${one.textContent.slice(0, 30)}`)"""
# What a chart says beside its marks, of the charts that are not folded away.
WORDS = """() => [...document.querySelectorAll(
    '[data-testid="stPlotlyChart"] :is(.xtick, .ytick, .xtitle, .ytitle) text')]
  .filter((one) => one.checkVisibility()).flatMap((one) =>
    one.querySelector('tspan') ? [...one.querySelectorAll('tspan')] : [one])
  .map((one) => one.textContent.trim())"""


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    harness.settle(page, 60)
    return page


def before_paper(page: Page) -> None:
    """The page as it goes to a sheet."""
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(300)


def printed(page: Page) -> bytes:
    return page.pdf(format="A4", landscape=True, prefer_css_page_size=True)


def test_a_sheet_is_a4_landscape_also_where_nobody_asked_for_it(page: Page) -> None:
    opened(page, EVERY[-1])
    document = page.pdf(format="A4", landscape=False, prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", document)
    assert boxes
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {A4_POINTS}


@pytest.mark.parametrize("address", EVERY)
def test_paper_shows_whose_year_it_is_and_nothing_to_press(page: Page, address: str) -> None:
    opened(page, address)
    assert page.locator(NOT_FOR_PAPER).evaluate_all(SEEN) > 0  # on the screen
    before_paper(page)
    assert page.locator(NOT_FOR_PAPER).evaluate_all(SEEN) == 0
    assert page.locator("h1").evaluate_all(SEEN) == 1  # the page's name
    (choice,) = page.locator(".pham-vi").all_inner_texts()
    organisation, year = ("Gia Lai", "2022") if "gia-lai" in address else ("Lâm Đồng", "2020")
    assert organisation in choice
    assert year in choice
    main = page.locator('[data-testid="stMainBlockContainer"]').bounding_box()
    assert main is not None
    assert main["width"] == pytest.approx(SHEET["width"], abs=16)  # the emulated scroll bar


@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: str(one["width"]))
@pytest.mark.parametrize("address", [LOSSES, UNITS])
def test_no_chart_is_wider_or_higher_than_a_sheet(
    page: Page, address: str, screen: dict[str, int]
) -> None:
    page.add_init_script(KEEPS_ITS_PIXELS)
    page.set_viewport_size(screen)
    opened(page, address)
    before_paper(page)
    assert page.evaluate(OVER, SHEET) == []
    charts = page.locator('[data-testid="stPlotlyChart"]')
    breaks = charts.evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
    assert breaks
    in_strips = page.locator(".doan-bieu-do").count()
    assert sorted(breaks) == ["auto"] * in_strips + ["avoid"] * (len(breaks) - in_strips)


@pytest.mark.parametrize("address", [UNITS, TARGETS])
def test_the_words_of_a_high_chart_are_not_made_small(page: Page, address: str) -> None:
    page.add_init_script(KEEPS_ITS_PIXELS)
    opened(page, address)
    before_paper(page)
    strips = page.locator(".doan-bieu-do > div")
    assert strips.count() > 1
    assert page.evaluate(SMALLEST) >= LEAST_WORDS
    kept = strips.evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(kept) == {"avoid"}
    assert (
        max(strips.evaluate_all("(all) => all.map((one) => one.offsetHeight)"))
        < SHEET["height"] / 2
    )
    # Between strips no word and no bar is cut in two.
    assert page.evaluate(CUT_BETWEEN_STRIPS) == []


@pytest.mark.parametrize("address", STEERED)
def test_paper_has_no_field_nor_form(page: Page, address: str) -> None:
    opened(page, address)
    assert page.locator(FIELDS).evaluate_all(SEEN) > 0
    before_paper(page)
    assert page.locator(FIELDS).evaluate_all(SEEN) == 0
    for chosen in page.locator(CHOSEN).all():
        assert chosen.evaluate("(one) => getComputedStyle(one).borderTopWidth") == "0px"


@pytest.mark.parametrize("screen", [harness.SCREEN, harness.PHONE], ids=["laptop", "phone"])
def test_paper_says_under_the_title_what_the_page_is_filtered_by(
    page: Page, screen: ViewportSize
) -> None:
    page.set_viewport_size(screen)  # a phone's side bar is closed
    opened(page, f"/don-vi?{OF_LAM_DONG}&don_vi=Sở Tài chính&ngay=2021-11-20")
    said = page.get_by_text("Đang lọc:")
    assert [one.is_visible() for one in said.all()] == [False]
    before_paper(page)
    shown = [one for one in said.all() if one.is_visible()]
    assert [one.inner_text() for one in shown] == [
        "Đang lọc: Đơn vị: Sở Tài chính · Tính đến ngày 20/11/2021"
    ]
    title, line = page.locator("h1").bounding_box(), shown[0].bounding_box()
    whose = page.get_by_text("Lâm Đồng, năm 2020", exact=True).bounding_box()
    assert title and line and whose
    assert title["y"] < line["y"] < line["y"] + line["height"] <= whose["y"]


def test_paper_says_nothing_of_filters_where_there_are_none(page: Page) -> None:
    opened(page, UNITS)
    before_paper(page)
    assert page.get_by_text("Đang lọc:").count() == 0


def test_what_people_worded_is_on_paper_as_long_as_it_is(page: Page) -> None:
    opened(page, f"/nhan-xet?{OF_LAM_DONG}")
    before_paper(page)
    field = page.locator(".stTextArea textarea")
    assert field.is_visible()
    whole, shown = field.evaluate("(one) => [one.scrollHeight, one.clientHeight]")
    assert whole <= shown + 1 < 320  # the height that it has on the screen


def test_no_heading_stands_over_what_is_folded_away(page: Page) -> None:
    opened(page, f"/doi-chieu?{OF_LAM_DONG}")
    heading = page.get_by_role("heading", name="Cách tính từng con số")
    assert heading.is_visible()
    before_paper(page)
    assert not heading.is_visible()
    assert page.get_by_role("heading", name="Hai tổng, và một tổng không dùng").is_visible()
    kept = page.locator(HEADS).evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).breakAfter)"
    )
    assert kept
    assert set(kept) == {"avoid"}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads the PDF with poppler")
@pytest.mark.parametrize("address", WITH_CHARTS)
def test_every_word_round_a_chart_is_on_paper(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address)
    words = {word for texts in page.evaluate(WORDS) for word in texts.split()}
    assert words
    file = tmp_path / "page.pdf"
    file.write_bytes(printed(page))
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, text=True
    ).stdout
    paper = set(text.split())
    assert sorted(words - paper) == []


def test_a_dark_screen_prints_black_on_white(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, LOSSES)
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(300)
    colour = "(one) => [getComputedStyle(one).color, getComputedStyle(one).fill]"
    black = "rgb(0, 0, 0)"
    assert page.locator("h1").evaluate(colour)[0] == black
    assert page.locator(".xtick text").first.evaluate(colour)[1] == black
    background = "(one) => getComputedStyle(one).backgroundColor"
    assert page.locator(".stApp").evaluate(background) == "rgb(255, 255, 255)"
    assert page.locator(".main-svg").first.evaluate(background) == "rgba(0, 0, 0, 0)"
    assert page.locator(".bang-in.tu-nen-toi").count() > 0


def test_a_long_table_prints_its_header_and_whole_rows(page: Page) -> None:
    opened(page, UNITS)
    table = page.locator('[data-testid="stDataFrame"]').first
    whole = table.locator(".dvn-scroll-inner").evaluate("(one) => one.offsetHeight")
    shown = table.locator("canvas").first.evaluate("(one) => one.clientHeight")
    rows = int(table.locator("[aria-rowcount]").first.get_attribute("aria-rowcount") or 0) - 1
    assert whole > shown  # it scrolls
    before_paper(page)
    copy = page.locator(".bang-in").first
    height = copy.evaluate("(one) => one.height / one.width * parseFloat(one.style.width)")
    row = (whole - 33) / rows
    assert (height - 33) / row == pytest.approx((shown - 33) // row, abs=0.05)
    assert not table.is_visible()
    assert page.get_by_text("Bảng còn tiếp").count() == 1
    # The first line of dots has the words of the header in it.
    assert copy.evaluate(
        "(one) => new Set(one.getContext('2d').getImageData(0, 0, one.width, 30)"
        ".data.filter((_, at) => at % 4 === 0)).size > 8"
    )


def test_the_screen_is_as_before_once_it_was_printed(page: Page) -> None:
    opened(page, LOSSES)
    before = page.locator(".js-plotly-plot").evaluate_all(
        "(all) => all.map((one) => one.innerHTML.length)"
    )
    printed(page)
    page.wait_for_timeout(500)
    assert page.locator(".chi-tren-giay, .khong-in, .main-svg[viewBox]").count() == 0
    after = page.locator(".js-plotly-plot").evaluate_all(
        "(all) => all.map((one) => one.innerHTML.length)"
    )
    assert after == before
