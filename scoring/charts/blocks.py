"""What does the chart of a screen look like here? The same numbers as on its slide and sheet.

A chart is known by its shape (Chart, Series), not by its class: charts stand below reports.

blocks: which way its marks lie · block_bars: bars and columns · block_lines: lines
"""

from scoring.charts import theme
from scoring.charts.block_bars import lying, upright
from scoring.charts.block_lines import lines
from scoring.charts.block_shapes import Chart
from scoring.charts.theme import Figure

WIDE = 20  # pixels of text from which a screen is wide: a wall, never a phone


def figure(chart: Chart, *, size: int = theme.LABEL_SIZE, height: int | None = None) -> Figure:
    """The chart of a screen, with Vietnamese numbers and its labels in whole words.

    Small text may be read on a phone: there columns lie as bars, each under its label. From WIDE
    on columns stand and the labels of bars are beside them.

    Shape: `chart` as scoring.reports.blocks has it; `size` of all text and `height` in pixels;
        without a height the figure is as high as its labels ask for.
    """
    wide = size >= WIDE
    if chart.form == "lines":
        drawn = lines(chart, size=size, wide=wide)
    elif wide and chart.form.endswith("columns"):
        drawn = upright(chart, size=size)
    else:
        drawn = lying(chart, size=size, wide=wide)
    drawn.update_layout(font_size=size)
    return drawn if height is None else drawn.update_layout(height=height)
