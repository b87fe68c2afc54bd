"""How long does the deck of a meeting take, and what would pictures of its charts alone cost?"""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import plotly.graph_objects as go
import plotly.io as pio

from scoring import intake
from scoring.analysis.messages.commentary import commentary
from scoring.analysis.review.gathered import review
from scoring.reports.blocks import Chart, Screen
from scoring.reports.screens.sequence import screens
from scoring.reports.slides.deck import deck
from scoring.reports.slides.tones import COLOURS
from tests import databases
from tests.benchmarks.measure import Measurement, Timed, against, seconds
from tests.browser import harness

ORGANISATION, YEAR, DAY = "lam-dong", 2020, date(2026, 11, 20)
BODY = "UBND tỉnh Lâm Đồng"
MOST_SECONDS = 2.0
GOAL = 1 / 20
SIZE = {"width": 1280, "height": 720}  # pixels of a picture as large as a slide


def measurements(folder: Path) -> Iterator[Measurement]:
    """The deck of a published table against its charts as pictures by Kaleido.

    Kaleido is measured as figures are usually written, one by one, which starts a browser each
    time; and, told but not judged, with one browser for all of them. Without Chromium or Kaleido
    only the seconds of the deck are told.
    """
    told = sample_screens(folder)
    charts = [one.chart for one in told if one.chart is not None]
    ours = seconds(lambda: deck(told, body=BODY))
    name = f"Bản trình chiếu của {len(told)} màn hình, {len(charts)} biểu đồ"
    yield against(name, ours, "giới hạn", lambda: MOST_SECONDS, goal=1.0)
    browser = harness.chromium()
    if browser is None or not _kaleido():
        print(f"{name}: máy này không có Chromium hay Kaleido, không so được.", flush=True)
        return
    os.environ["BROWSER_PATH"] = browser
    figures = [_figure(one) for one in charts]
    for peer, theirs, goal in (
        ("Kaleido vẽ từng biểu đồ ấy thành ảnh", _one_by_one(figures), GOAL),
        ("Kaleido vẽ cả loạt bằng một trình duyệt", _together(figures, folder), None),
    ):
        yield against(name, ours, peer, theirs, rounds=3, goal=goal)


def sample_screens(folder: Path) -> tuple[Screen, ...]:
    """The screens of a published table."""
    path = folder / "samples.duckdb"
    databases.samples(path)
    store = intake.open_everything(databases.of(path))[0]
    found = review(store.query, ORGANISATION, YEAR, DAY)
    made = screens(found, commentary(found))
    store.close()
    return made


def _kaleido() -> bool:
    try:
        import kaleido  # noqa: F401
    except ImportError:
        return False
    return True


def _one_by_one(figures: Sequence[go.Figure]) -> Timed:
    return seconds(lambda: [pio.to_image(one, "png", **SIZE) for one in figures])


def _together(figures: Sequence[go.Figure], folder: Path) -> Timed:
    files = [folder / f"{at}.png" for at in range(len(figures))]
    return seconds(lambda: pio.write_images(list(figures), files, "png", **SIZE))


def _figure(chart: Chart) -> go.Figure:
    """The same numbers, colours and names as a figure."""
    across = chart.form.endswith("bars")
    figure = go.Figure()
    for series in chart.series:
        pair = (series.values, chart.categories) if across else (chart.categories, series.values)
        if chart.form == "lines":
            figure.add_scatter(x=pair[0], y=pair[1], name=series.name)
            continue
        tones = series.tones or (series.tone,) * len(series.values)
        colours = [f"#{COLOURS[tone]}" if tone != "none" else "rgba(0,0,0,0)" for tone in tones]
        figure.add_bar(
            x=pair[0],
            y=pair[1],
            name=series.name,
            marker_color=colours,
            orientation="h" if across else "v",
            text=series.values if series.labelled else None,
        )
    stacked = chart.form.startswith("stacked")
    return figure.update_layout(barmode="stack" if stacked else "group", separators=",.")
