"""Screens to make decks of, the decks reopened, and what a chart on a slide holds."""

import io
from collections.abc import Iterator
from datetime import date

import openpyxl
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from scoring.reports.blocks import Chart, Column, Figure, Screen, Series, Table
from scoring.reports.slides.deck import deck

SOURCE = "bang-thu.xlsx, trang Phụ lục, nạp 12/11/2026 08:00, lần nạp 20261112-080000-000001"
COVER = Screen("bia", "Bìa", "Kết quả cải cách hành chính", ("Cơ quan thử", "Số liệu thử"))
WATERFALL = Chart(
    form="stacked columns",
    name="Thác nước",
    categories=("Điểm tối đa", "9 Điều tra", "6 Tài chính", "3 Thủ tục", "Kết quả"),
    series=(
        Series("Nền", (None, 92.69, 89.27, 83.93, None), "none", labelled=False),
        Series("Điểm mất", (None, 7.31, 3.42, 5.34, None), "loss", ("loss",) * 3 + ("good",) * 2),
        Series("Điểm", (100.0, None, None, None, 83.93), "total"),
    ),
    axis="điểm",
    start=70.0,
)
BARS = Chart(
    form="bars",
    name="Điểm mất theo đơn vị",
    categories=("Sở Tài chính", "<b>Sở & Y tế</b>", "=SUM(A1:A9)"),
    series=(Series("Điểm mất", (3.275, 0.1 + 0.2, None)),),
    axis="điểm",
    start=0.0,
)
TASKS = Table(
    (Column("Nhiệm vụ", width=5), Column("Hạn", "date"), Column("Điểm mất", "points")),
    tuple(
        (f"{at} Rà soát thủ tục " + "dài " * (at % 40), date(2026, 1 + at % 12, 1), at / 8)
        for at in range(200)
    ),
)
FALLS = Screen("diem-mat", "Mất", "Mất 16,07 điểm", chart=WATERFALL, sources=(SOURCE,))
UNITS = Screen(
    "don-vi",
    "Đơn vị",
    "Sở Tài chính mất 3,275 điểm",
    chart=BARS,
    figures=(Figure("Chỉ số", "83,93\u00a0%", "+3,27 điểm"),),
    sentences=("Một câu nhận xét.",),
    sources=(SOURCE,),
    spoken=("Nói thêm: dòng 35",),
)
WORK = Screen("nhiem-vu", "Nhiệm vụ", "200 nhiệm vụ", table=TASKS, sources=(SOURCE,))
ALL = (COVER, FALLS, UNITS, WORK)


def opened(content: bytes) -> Deck:
    """The deck as a program reads it."""
    return Presentation(io.BytesIO(content))


def made(*screens: Screen, **options: object) -> Deck:
    """The deck of these screens, reopened."""
    return opened(deck(screens, body="Cơ quan thử", **options))  # type: ignore[arg-type]


def texts(slide: object) -> list[str]:
    """All that a slide says outside its charts."""
    found = []
    for shape in slide.shapes:  # type: ignore[attr-defined]
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def titles(made_of: Deck) -> list[str]:
    """The title of each slide."""
    return [slide.shapes.title.text_frame.text for slide in made_of.slides]


def charts(made_of: Deck) -> Iterator[object]:
    """The charts of a deck in their order."""
    for slide in made_of.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                yield shape.chart


def cached(chart: object) -> list[tuple[str, tuple[float | None, ...]]]:
    """Name and values of each series as the chart's XML has them."""
    plot = chart.plots[0]  # type: ignore[attr-defined]
    return [(series.name, tuple(series.values)) for series in plot.series]


def names(chart: object) -> list[str]:
    """The categories as the chart's XML has them."""
    return [str(one) for one in chart.plots[0].categories]  # type: ignore[attr-defined]


def sheet(chart: object, *, values: bool = True) -> list[tuple[object, ...]]:
    """The rows of the workbook inside; `values`: what formulas gave, else the formulas."""
    blob = chart.part.chart_workbook.xlsx_part.blob  # type: ignore[attr-defined]
    book = openpyxl.load_workbook(io.BytesIO(blob), data_only=values)
    return list(book.worksheets[0].iter_rows(values_only=True))


def shown(chart: object) -> list[dict[int, str]]:
    """The label at each point of each series, by place."""
    found = []
    for series in chart.plots[0].series:  # type: ignore[attr-defined]
        labels = series._element.find(qn("c:dLbls"))
        points = (
            {}
            if labels is None
            else {
                int(one.find(qn("c:idx")).get("val")): "".join(
                    text.text for text in one.iter(qn("a:t"))
                )
                for one in labels.findall(qn("c:dLbl"))
                if one.find(qn("c:delete")) is None
            }
        )
        found.append(points)
    return found
