"""What do the workbook and the page of a review cost, beside what else writes them?"""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from scoring.charts.blocks import figure
from scoring.charts.standalone import drawn, program
from scoring.reports.blocks import Screen
from scoring.reports.single_page.page import single_page
from scoring.reports.workbook.book import workbook
from tests.benchmarks.measure import Measurement, against, seconds
from tests.benchmarks.slides import BODY, sample_screens

MOST_MEGABYTES = 6.0
PANDAS_GOAL = 1.0  # with formats, charts, print set-up and sources besides the same cells
PLOTLY_GOAL = 1.0


def measurements(folder: Path) -> Iterator[Measurement]:
    """The page's size and time, and the workbook's time, of the screens of a published table."""
    told = sample_screens(folder)
    page = _page(told)
    size = len(page) / 1e6
    yield against(
        "Trang HTML tương tác, cỡ tệp",
        lambda: size,
        "giới hạn",
        lambda: MOST_MEGABYTES,
        rounds=1,
        goal=1.0,
        unit="MB",
    )
    charts = [one.chart for one in told if one.chart is not None]
    yield against(
        f"Trang HTML của {len(told)} màn hình, {len(charts)} biểu đồ",
        seconds(lambda: _page(told)),
        "Plotly tự ghi từng biểu đồ ấy thành HTML",
        seconds(lambda: [figure(one).to_html(include_plotlyjs=True) for one in charts]),
        goal=PLOTLY_GOAL,
    )
    frames = _frames(told)
    yield against(
        f"Tệp Excel của {len(told)} màn hình, {len(charts)} biểu đồ",
        seconds(lambda: workbook(told, title=BODY)),
        "pandas to_excel các bảng ấy, không định dạng, không biểu đồ",
        seconds(lambda: _by_pandas(frames)),
        goal=PANDAS_GOAL,
    )


def _page(told: Sequence[Screen]) -> bytes:
    return single_page(told, title=BODY, drawn=drawn, program=program())


def _frames(told: Sequence[Screen]) -> list[pd.DataFrame]:
    """Every table of the screens, and what each chart is drawn of."""
    tables = [
        pd.DataFrame(one.table.rows, columns=[column.title for column in one.table.columns])
        for one in told
        if one.table is not None
    ]
    charts = [
        pd.DataFrame(
            {"": one.chart.categories} | {each.name: each.values for each in one.chart.series}
        )
        for one in told
        if one.chart is not None
    ]
    return tables + charts


def _by_pandas(frames: Sequence[pd.DataFrame]) -> bytes:
    stream = io.BytesIO()
    with pd.ExcelWriter(stream, engine="openpyxl") as writer:
        for at, frame in enumerate(frames):
            frame.to_excel(writer, sheet_name=f"Bang {at}", index=False)
    return stream.getvalue()
