"""Can a meeting be held: keys, clickers, letters read across a room, nothing to scroll?"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from scoring import intake
from scoring.analysis.review.frozen import freeze
from scoring.store import Meeting
from tests import databases
from tests.browser import harness, looking

WALL = {"width": 1920, "height": 1080}
WINDOWS = (WALL, harness.SCREEN, {"width": 1024, "height": 768})
LEAST = 24  # pixels of a letter at 1080p
DAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 1, tzinfo=UTC)
SCREENS = {
    "lam-dong": ("bia", "tong-quan", "diem-mat", "mat-nhieu-nhat", "thay-doi", "don-vi"),
    "gia-lai": ("bia", "tong-quan", "hai-long"),
}
REST = ("nhiem-vu", "phan-dau", "nguon")


class Held(NamedTuple):
    """A server, its database, and the meetings in it by organisation."""

    address: str
    database: Path
    meetings: dict[str, str]


@pytest.fixture(scope="module")
def held(database: Path) -> Iterator[Held]:
    own = database.with_name("meeting.duckdb")
    own.write_bytes(database.read_bytes())
    store, reference, _ = intake.open_everything(databases.of(own))
    meetings = {}
    for organisation, year in (("lam-dong", 2020), ("gia-lai", 2022)):
        of_year = (organisation, year, DAY)
        answers = freeze(
            store.query, *of_year, breaks=reference.breaks, sets=reference.criteria_sets
        )
        meetings[organisation] = store.begin_meeting(Meeting(*of_year), answers, now=NOW)
    # The figures go; the meetings keep theirs.
    for batch in store.query("select id from current_batch where organisation = 'lam-dong'")["id"]:
        store.undo(batch, now=NOW)
    store.close()
    with harness.served(harness.ROOT / "dashboard.py", own, log=own.with_suffix(".log")) as address:
        yield Held(address, own, meetings)


@pytest.fixture
def tab(held: Held, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport=WALL, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", base_url=held.address
    )
    yield context.new_page()
    context.close()


def go(tab: Page, held: Held, more: str = "", organisation: str = "lam-dong") -> Page:
    tab.goto(f"/trinh-chieu?hop={held.meetings[organisation]}{more}")
    harness.settle(tab)
    return tab


def asked(tab: Page, name: str = "man") -> str:
    return str(tab.evaluate("(name) => new URLSearchParams(location.search).get(name) || ''", name))


def comes_to(tab: Page, screen: str, name: str = "man") -> None:
    tab.wait_for_function(
        "([name, to]) => (new URLSearchParams(location.search).get(name) || '') === to",
        arg=[name, screen],
    )
    harness.settle(tab)


def message(tab: Page) -> str:
    return " ".join(tab.locator(".man-thong-diep").first.inner_text().split())


# Letters on the wall, whatever the window: within the stage, in the roots of components too.
_SMALL = """(least) => {
  const small = [];
  const look = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) look(one.shadowRoot);
      const said = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const box = one.getBoundingClientRect();
      if (!said || !box.width || !box.height || !one.checkVisibility()) continue;
      if (one.closest('script, style, [data-testid="stIconMaterial"]')) continue;
      if (box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight)
        continue;
      const size = parseFloat(getComputedStyle(one).fontSize);
      if (size < least) small.push(`${size} ${one.tagName} ${one.textContent.trim().slice(0, 40)}`);
    }
  };
  look(document.body);
  return small;
}"""

# What lies outside of the window or under the controls, and what would have to be scrolled to.
_OUTSIDE = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const stage = document.querySelector('[data-testid="stMainBlockContainer"]');
  const bar = document.querySelector('.st-key-man-nut').getBoundingClientRect();
  const outside = [];
  const over = (one, name) => {
    if (one.scrollHeight > one.clientHeight + 1) outside.push(`${name} high`);
    if (one.scrollWidth > one.clientWidth + 1) outside.push(`${name} wide`);
  };
  over(document.documentElement, 'page'); over(main, 'main'); over(stage, 'stage');
  const shown = '.man-thong-diep, .man-cau, .man-so, .man-bia, .man-con, .man-nguon, .main-svg';
  for (const one of stage.querySelectorAll(shown)) {
    const box = one.getBoundingClientRect();
    if (!box.height || one.classList.contains('hoverlayer')) continue;
    if (box.bottom > bar.top + 1 || box.right > innerWidth + 1 || box.left < -1 || box.top < -1)
      outside.push(`${one.getAttribute('class')} ${Math.round(box.bottom)}/${Math.round(bar.top)}`);
  }
  if (bar.bottom > innerHeight + 1 || bar.right > innerWidth + 1) outside.push('bar');
  for (const button of document.querySelectorAll('.st-key-man-nut button'))
    if (button.getBoundingClientRect().right > innerWidth + 1) outside.push(button.textContent);
  return outside;
}"""


def whole(tab: Page) -> None:
    """Nothing stands outside, is cut, is in English, or failed."""
    assert tab.locator('[data-testid="stException"]').count() == 0
    assert tab.evaluate(_OUTSIDE) == []
    assert looking.english(tab) == []
    assert looking.cut_labels(tab) == []
    assert looking.unnamed_charts(tab) == 0
    for part in ("stHeader", "stSidebar"):
        assert not tab.locator(f'[data-testid="{part}"]').is_visible()


@pytest.mark.parametrize(
    ("organisation", "screen"),
    [(one, screen) for one, keys in SCREENS.items() for screen in (*keys, *REST)],
)
def test_a_screen_is_whole_and_read_across_a_room(
    tab: Page, held: Held, organisation: str, screen: str
) -> None:
    go(tab, held, f"&man={screen}", organisation)
    if asked(tab) and screen not in [*SCREENS[organisation], *REST]:
        pytest.fail(f"no screen {screen}")
    for window in WINDOWS:
        tab.set_viewport_size(window)
        tab.wait_for_timeout(400)
        whole(tab)
        assert tab.evaluate(_SMALL, LEAST) == []


@pytest.mark.parametrize(
    "more", ["&man=diem-mat&xem=bang", "&mo=muc-luc", "&mo=ghi-chu", "&ma=6", "&ma=6.1.2"]
)
def test_what_is_opened_on_a_screen_is_whole_too(tab: Page, held: Held, more: str) -> None:
    go(tab, held, more)
    whole(tab)
    assert tab.evaluate(_SMALL, LEAST) == []


def test_keys_and_clickers_lead_forth_and_back(tab: Page, held: Held) -> None:
    go(tab, held)
    for key, screen in (
        *(("ArrowRight", "tong-quan"), ("PageDown", "diem-mat"), ("Space", "mat-nhieu-nhat")),
        *(("ArrowLeft", "diem-mat"), ("PageUp", "tong-quan"), ("End", "nguon"), ("Home", "bia")),
        ("ArrowLeft", "bia"),
    ):
        tab.keyboard.press(key)
        comes_to(tab, screen)
    for _ in range(4):
        tab.keyboard.press("ArrowRight")  # faster than the screens come
    comes_to(tab, "thay-doi")


def test_keys_lead_on_after_a_button_was_clicked(tab: Page, held: Held) -> None:
    go(tab, held)
    tab.get_by_role("button", name="Sau").click()
    comes_to(tab, "tong-quan")
    tab.keyboard.press("Space")
    comes_to(tab, "diem-mat")


def test_escape_ends_the_meeting(tab: Page, held: Held) -> None:
    go(tab, held, "&man=tong-quan", "gia-lai")
    tab.keyboard.press("Escape")
    comes_to(tab, "", "hop")
    assert tab.locator('[data-testid="stSidebar"]').is_visible()
    assert tab.evaluate("getComputedStyle(document.documentElement).fontSize") == "15px"
    assert (asked(tab, "co_quan"), asked(tab, "nam")) == ("gia-lai", "2022")


def test_a_bar_opens_its_domain_and_the_way_leads_back(tab: Page, held: Held) -> None:
    for window in WINDOWS:
        tab.set_viewport_size(window)
        go(tab, held, "&man=diem-mat")
        click_bar(tab, 2)
        comes_to(tab, "6", "ma")
        assert "Tài chính công" in message(tab)
        click_bar(tab, 0)
        tab.wait_for_function("/[?&]ma=6\\./.test(location.search)")
        harness.settle(tab)
        tab.keyboard.press("Escape")
        comes_to(tab, "6", "ma")
        tab.keyboard.press("Backspace")
        comes_to(tab, "", "ma")
        assert asked(tab) == "diem-mat"


def click_bar(tab: Page, nth: int) -> None:
    place = tab.evaluate(
        """(nth) => {
          const bars = [...document.querySelectorAll('.barlayer .point path')]
            .map((one) => one.getBoundingClientRect()).filter((box) => box.width && box.height);
          const standing = bars.every((box) => Math.abs(box.width - bars[0].width) < 2);
          bars.sort((one, other) => (standing ? one.x - other.x : one.y - other.y));
          const bar = bars[nth];
          return {x: bar.x + Math.min(bar.width / 2, 30), y: bar.y + bar.height / 2};
        }""",
        nth,
    )
    tab.mouse.click(place["x"], place["y"])


def test_rows_that_do_not_fit_are_counted_and_reached(tab: Page, held: Held) -> None:
    go(tab, held, "&man=mat-nhieu-nhat")
    said = tab.get_by_text("còn")
    assert "Dòng 1–" in said.inner_text()
    rows = tab.locator(".st-key-man-bang tbody tr:visible")
    first = rows.count()
    assert 0 < first < 10
    tab.keyboard.press("ArrowDown")
    tab.wait_for_timeout(200)
    assert tab.get_by_text(f"Dòng {first + 1}–").is_visible()
    rows.last.click()
    tab.wait_for_function("new URLSearchParams(location.search).get('ma')")


def test_an_address_comes_back_to_the_same_screen(tab: Page, held: Held) -> None:
    go(tab, held, "&man=diem-mat&ma=6")
    before = message(tab)
    tab.reload()
    harness.settle(tab)
    assert message(tab) == before
    other = tab.context.new_page()
    other.goto(tab.url)
    harness.settle(other)
    assert message(other) == before
    other.close()


def test_figures_are_those_of_the_start(tab: Page, held: Held) -> None:
    """All tables of Lâm Đồng were undone after its meeting began."""
    go(tab, held, "&man=tong-quan")
    assert "83,93" in message(tab)
    assert "Số liệu chốt 08:00 12/11/2026" in tab.locator(".man-nguon").inner_text()


def test_a_note_is_typed_without_turning_the_screen(tab: Page, held: Held) -> None:
    go(tab, held, "&man=diem-mat&ma=6&mo=ghi-chu")
    field = tab.locator("textarea").first
    field.click()
    tab.keyboard.type("Giao Sở Tài chính rà soát")
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Home")
    assert field.input_value() == "Giao Sở Tài chính rà soát"
    assert asked(tab, "ma") == "6"
    tab.get_by_text("Là kết luận họp").click()
    tab.get_by_role("button", name="Ghi", exact=True).click()
    harness.settle(tab)
    assert "Giao Sở Tài chính rà soát" in tab.locator(".st-key-man-da-ghi").inner_text()


def test_a_live_page_knows_the_way_back(tab: Page, held: Held) -> None:
    go(tab, held, "&man=hai-long", "gia-lai")
    tab.get_by_role("link", name="Xem từng yếu tố").click()
    tab.wait_for_function("location.pathname === '/hai-long'")
    harness.settle(tab)
    tab.get_by_role("link", name="Quay lại cuộc họp").click()
    comes_to(tab, "hai-long")
    assert asked(tab, "hop") == held.meetings["gia-lai"]


def test_on_a_phone_it_is_read_by_scrolling(tab: Page, held: Held) -> None:
    tab.set_viewport_size(harness.PHONE)
    for screen in ("bia", "tong-quan", "diem-mat", "mat-nhieu-nhat"):
        go(tab, held, f"&man={screen}")
        assert looking.too_wide(tab) == 0
        assert looking.cut_labels(tab) == []
