"""Does the workbook hold exactly the numbers of its screens, in cells and in charts, as numbers?"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scoring.reports.blocks import Chart, Column, Screen, Series, Table
from scoring.reports.workbook.book import workbook
from scoring.reports.workbook.names import sheet_names
from tests.reports.conftest import Reviewed
from tests.reports.made_up import TITLES
from tests.reports.slides_material import SOURCE, WATERFALL
from tests.reports.test_slides_charts import drawn_by_chance

KINDS = ("points", "number", "percent", "share", "integer", "change")
CHART_NS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def made(*screens: Screen, **more: object) -> Workbook:
    content = workbook(screens, title="Thử", filters=("Năm: 2020",), **more)  # type: ignore[arg-type]
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(sheet: Worksheet, top: int, width: int, height: int) -> list[list[object]]:
    area = sheet.iter_rows(top + 1, top + height, 1, width, values_only=True)
    return [list(row) for row in area]


def header_row(sheet: Worksheet, titles: Sequence[str]) -> int:
    """Where the table begins, from 1."""
    rows = sheet.iter_rows(max_col=len(titles))
    return next(row[0].row for row in rows if [cell.value for cell in row] == list(titles))


def cached(content: bytes) -> list[list[list[float | None]]]:
    """The values that each chart of the file keeps, a list a series."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = sorted(name for name in package.namelist() if name.startswith("xl/charts/chart"))
        for name in names:
            root = ElementTree.fromstring(package.read(name))
            found.append([_cache(one) for one in root.iter(f"{CHART_NS}val")])
    return found


def _cache(values: ElementTree.Element) -> list[float | None]:
    cache = next(values.iter(f"{CHART_NS}numCache"))
    count = int(next(cache.iter(f"{CHART_NS}ptCount")).attrib["val"])
    told = {int(one.attrib["idx"]): one[0].text for one in cache.iter(f"{CHART_NS}pt")}
    return [float(str(told[at])) if told.get(at) else None for at in range(count)]


@settings(max_examples=30)
@given(drawn_by_chance())
def test_a_chart_is_drawn_of_the_numbers_in_the_cells(chart: Chart) -> None:
    screen = Screen("x", "Thử", "Một thông điệp", chart=chart)
    content = workbook([screen], title="Thử")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    (drawn,) = cached(content)
    (refs,) = [one.ser for one in sheet._charts]
    for series, values, ref in zip(chart.series, drawn, refs, strict=True):
        assert near(values, series.values)
        area = ref.val.numRef.f.rpartition("!")[2].replace("$", "")
        found = [row[0].value for row in _area(sheet, area)]
        assert near(found, series.values)


def near(found: Sequence[object], expected: Sequence[object]) -> bool:
    """Whether the numbers are the same in sixteen digits, which is what the writer writes."""
    return list(found) == [
        pytest.approx(one, rel=1e-15) if isinstance(one, float) else one for one in expected
    ]


def _area(sheet: Worksheet, area: str) -> list[tuple[object, ...]]:
    found = sheet[area]
    return list(found) if isinstance(found, tuple) else [(found,)]


def test_every_number_of_a_review_is_a_number_of_its_table(
    lam_dong_screens: tuple[Screen, ...], review_of: Reviewed
) -> None:
    book = made(*lam_dong_screens)
    told = [screen for screen in lam_dong_screens if screen.key != "nguon"]
    for screen, sheet in zip(told, book.worksheets, strict=False):
        assert sheet["A1"].value == screen.message
        if screen.table is None:
            continue
        titles = [column.title for column in screen.table.columns]
        found = cells(sheet, header_row(sheet, titles), len(titles), len(screen.table.rows))
        for row, told_row in zip(found, screen.table.rows, strict=True):
            assert near(row, ["–" if one is None else one for one in told_row])
    assert [row[4] for row in cells(book["Nguồn"], 3, 5, 3)] == [
        row["batch"] for row in review_of("lam-dong", 2020).batches
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_have_vietnamese_formats_and_dates_are_dates(kind: str) -> None:
    table = Table(
        (Column("Giá trị", kind), Column("Hạn", "date")),  # type: ignore[arg-type]
        ((83.93, date(2026, 12, 31)), (None, None)),
    )
    sheet = made(Screen("x", "Thử", "Một thông điệp", table=table)).worksheets[0]
    value, due = sheet.cell(4, 1), sheet.cell(4, 2)
    assert value.value == 83.93 and value.data_type == "n"
    assert value.number_format.startswith("[$-42A]")  # a program that obeys it writes a comma
    assert ("%" in value.number_format) == (kind in ("percent", "share", "change"))
    assert due.is_date and due.value.date() == date(2026, 12, 31)
    assert [sheet.cell(5, at).value for at in (1, 2)] == ["–", "–"]


@pytest.mark.parametrize("text", ["=SUM(A1:A9)", "+1", "-1", "@x", "https://x.vn", *TITLES])
def test_no_text_is_a_formula_or_a_link(text: str) -> None:
    screen = Screen(
        key="x",
        topic=text,
        message=text,
        sentences=(text,),
        chart=Chart("bars", text, (text,), (Series(text, (1.0,)),)),
        table=Table((Column(text, width=3.0), Column("Số", "points")), ((text, 1.0),)),
        sources=(text, text),
    )
    content = workbook([screen], title=text, filters=(text,))
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "b") and cell.hyperlink is None
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            xml = package.read(name)
            ElementTree.fromstring(xml)
            assert b"<f>" not in xml or name.startswith("xl/charts/"), name
        formulas = b"".join(package.read(one) for one in package.namelist() if "charts/" in one)
        assert b"SUM(A1:A9)</c:f>" not in formulas


def test_the_waterfall_stands_on_a_base_that_is_not_seen() -> None:
    screen = Screen("x", "Thác", "Một thông điệp", chart=WATERFALL, sources=(SOURCE,))
    content = workbook([screen], title="Thử")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("xl/charts/chart1.xml").decode()
    base, lost, ends = xml.split("<c:ser>")[1:]
    assert '<c:grouping val="stacked"/>' in xml
    assert "<a:noFill/>" in base and "<a:noFill/>" not in lost
    assert "D55E00" in lost and "00795A" in lost and "0072B2" in ends
    for text in ("7,31", "3,42", "5,34"):
        assert f"<a:t>{text}</a:t>" in base  # read under the bar that stands on it
    assert '<c:legendEntry><c:idx val="0"/><c:delete val="1"/>' in xml
    assert "trục bắt đầu từ 70" in xml
    assert '<c:max val="100.0"/>' in xml  # no point above those that there are


def test_sheets_print_on_a4_with_their_header_and_source() -> None:
    rows = tuple((f"Việc {at}", at / 8) for at in range(200))
    table = Table((Column("Việc", width=4.0), Column("Điểm", "points")), rows)
    screen = Screen("x", "Việc", "200 việc", table=table, sources=(SOURCE, "R&D.xlsx"))
    sheet = made(screen).worksheets[0]
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3" and sheet.freeze_panes == "A4"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    footer = sheet.oddFooter
    assert SOURCE[:40] in footer.left.text and "và 1 bảng khác" in footer.left.text


def test_sheet_names_are_allowed_and_differ() -> None:
    long = "Thay đổi so với năm trước của từng lĩnh vực"
    names = sheet_names(
        ["a/b:c*?[d]", "'x'", "", "History", long, long, long.upper(), "Nguồn", "😀" * 30],
        taken=("Nguồn",),
    )
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert name and len(name.encode("utf-16-le")) <= 62
        assert not set(name) & set("[]:*?/\\") and name.casefold() not in ("nguồn", "history")


def test_a_workbook_without_screens_says_so() -> None:
    assert made()["Nguồn"]["A1"].value == "Không có số liệu để xuất"


def test_one_screen_more_changes_nothing_else(lam_dong_screens: tuple[Screen, ...]) -> None:
    twice = made(lam_dong_screens[2], replace(lam_dong_screens[2], sources=()))
    first, second = twice.worksheets[:2]
    assert first.title == "Điểm mất ở đâu" and second.title == "Điểm mất ở đâu (2)"
    assert [cell.value for cell in first["A"]][:10] == [cell.value for cell in second["A"]][:10]
