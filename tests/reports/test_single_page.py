"""Is the HTML file whole, safe and equal to its screens, with nothing to fetch?"""

import json
import re
from html.parser import HTMLParser

import pytest

from scoring.charts.standalone import drawn, program
from scoring.reports.blocks import Chart, Column, Figure, Screen, Series, Table, written
from scoring.reports.single_page.page import single_page
from tests.reports.made_up import TITLES
from tests.reports.slides_material import ALL, BARS, WATERFALL

MOST = 6_000_000  # bytes
_CALLS = re.compile(r"https?:|[\"'(]//|\burl\(|@import|\bsrc=|\bsrcset=|<link|<iframe|<img", re.I)


class Read(HTMLParser):
    """What a browser finds in the page: table cells, texts, the charts' data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: list[list[str]] = []
        self.texts: list[str] = []
        self.charts: list[dict[str, object]] = []
        self.tags: list[str] = []
        self._in: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.cells.append([])
        elif tag in ("td", "th"):
            self.cells[-1].append("")
        if tag == "script":
            tag = "json" if ("type", "application/json") in attrs else tag
        if tag not in ("meta", "br"):
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in.pop()

    def handle_data(self, data: str) -> None:
        if "json" in self._in:
            self.charts.append(json.loads(data))
        elif {"td", "th"} & set(self._in):
            self.cells[-1][-1] += data
        elif not {"script", "style"} & set(self._in):
            self.texts.append(data)


def made(*screens: Screen, title: str = "Thử") -> bytes:
    return single_page(screens, title=title, filters=("Năm: 2020",), drawn=drawn, program="//")


def read(content: bytes) -> Read:
    found = Read()
    found.feed(content.decode())
    return found


def test_the_page_is_small_enough_and_has_the_program_once(
    lam_dong_screens: tuple[Screen, ...],
) -> None:
    whole = single_page(lam_dong_screens, title="Thử", drawn=drawn, program=program())
    assert len(whole) <= MOST
    assert whole.count(program().encode()) == 1
    assert made().count(b"<script") == 0  # without charts there is nothing to draw with


def test_nothing_is_fetched_and_the_browser_is_told_so(
    lam_dong_screens: tuple[Screen, ...],
) -> None:
    page = made(*lam_dong_screens, *ALL).decode()
    assert _CALLS.findall(page) == []
    assert "default-src 'none'" in page and 'lang="vi"' in page


def test_every_number_is_written_as_on_the_pages(lam_dong_screens: tuple[Screen, ...]) -> None:
    found = read(made(*lam_dong_screens))
    expected = []
    for screen in lam_dong_screens:
        if screen.table is None:
            continue
        expected.append([column.title for column in screen.table.columns])
        for row in screen.table.rows:
            told = zip(row, screen.table.columns, strict=True)
            expected.append([" ".join(written(one, at.kind).split(" ")) for one, at in told])
    squeezed = [[re.sub(r"[ \n\r\t]+", " ", cell).strip() for cell in row] for row in expected]
    assert found.cells == squeezed


def test_charts_are_drawn_of_the_numbers_of_their_screens() -> None:
    screens = [Screen("x", "Một", "Lời", chart=one) for one in (WATERFALL, BARS)]
    falls, units = read(made(*screens)).charts
    seen = [list(trace["x"]) for trace in falls["data"]]  # type: ignore[index]
    assert seen == [list(one.values) for one in WATERFALL.series if one.tone != "none"]
    assert units["data"][0]["x"] == list(BARS.series[0].values)  # type: ignore[index]
    assert units["layout"]["separators"] == ",."  # type: ignore[index]


@pytest.mark.parametrize("text", [*TITLES, "</script><script>alert(1)</script>", "\x00\x1f<!--"])
def test_text_of_a_file_is_text_wherever_it_stands(text: str) -> None:
    screen = Screen(
        key=text,
        topic=text,
        message=text,
        sentences=(text,),
        figures=(Figure(text, text, text),),
        chart=Chart("bars", text, (text,), (Series(text, (1.0,)),)),
        table=Table((Column(text),), ((text,),)),
        sources=(text,),
    )
    content = made(screen, title=text)
    found = read(content)
    told = re.sub(r"\s+", " ", re.sub(r"[\x00-\x08\x0e-\x1f]", "", text)).strip()
    assert found.cells == [[told], [told]]
    assert found.tags.count("script") == 3 and found.tags.count("b") == 0
    assert b"\x00" not in content and len(found.charts) == 1


def test_a_column_of_long_texts_has_room_for_them() -> None:
    columns = (Column("Tiêu chí"), Column("Trang"), Column("Điểm", "points"))
    rows = (("Thực hiện quy định về việc sử dụng kinh phí", "Phụ lục", 1.0), ("Ngắn", "2", 0.5))
    page = made(Screen("x", "Một", "Lời", table=Table(columns, rows))).decode()
    assert '<th scope="col" class="long">Tiêu chí</th><th scope="col">Trang</th>' in page
    assert '<td class="long">Ngắn</td><td>2</td><td class="number">' in page


def test_the_contents_lead_to_every_screen() -> None:
    page = made(*ALL).decode()
    for at, screen in enumerate(ALL, start=1):
        assert f'<a href="#muc-{at}">{screen.topic}</a>' in page
        assert page.count(f'id="muc-{at}"') == 1
