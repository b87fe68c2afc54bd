"""How is a screen's chart drawn natively in Excel, of the cells of its sheet?"""

from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart as Drawn
from xlsxwriter.worksheet import Worksheet

from scoring.reports.blocks import Chart, Form, Series
from scoring.reports.chart_scale import stacked_ends, unit_of, whole_above
from scoring.reports.slides.tones import COLOURS, LINES
from scoring.reports.workbook.grid import Cells
from scoring.reports.workbook.labels import WORDS, base_labels, labels
from scoring.text.format import axis
from scoring.text.printable import one_line

WIDTH = 680  # pixels
_LEAST, _MOST = 340, 900  # pixels of height
_ROW = 26  # pixels of a bar with its gap
_AROUND = 110  # pixels of title, legend and axis
_TYPES: dict[Form, dict[str, str]] = {
    "bars": {"type": "bar"},
    "columns": {"type": "column"},
    "stacked bars": {"type": "bar", "subtype": "stacked"},
    "stacked columns": {"type": "column", "subtype": "stacked"},
    "lines": {"type": "line"},
}


def add_chart(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    chart: Chart,
    cells: Cells,
    at: tuple[int, int],
) -> int:
    """The chart with its upper left corner in that cell; gives its height in pixels."""
    drawn = book.add_chart(_TYPES[chart.form])
    for number, one in enumerate(chart.series):
        drawn.add_series(_series(chart, one, sheet.get_name(), cells, number))
    high = _height(chart)
    drawn.set_size({"width": WIDTH, "height": high})
    # A name that begins with '=' would be read as a reference.
    drawn.set_title({"name": one_line(chart.name).lstrip("= "), "name_font": WORDS | {"size": 12}})
    _axes(drawn, chart)
    _legend(drawn, chart)
    drawn.show_blanks_as("gap")
    placing = {"object_position": 2, "description": one_line(chart.name), "x_offset": 12}
    sheet.insert_chart(*at, drawn, placing)
    return high


def _series(chart: Chart, one: Series, name: str, cells: Cells, number: int) -> dict[str, Any]:
    column = cells.values + number
    made: dict[str, Any] = {
        "name": [name, cells.first - 1, column],
        "categories": [name, cells.first, cells.names, cells.last, cells.names],
        "values": [name, cells.first, column, cells.last, column],
        # What programs show that do not read the cells; a gap would be kept as 0 otherwise.
        "values_data": list(one.values),
        "gap": 45,
    }
    if one.tone == "none":
        unseen = {"fill": {"none": True}, "border": {"none": True}}
        return made | unseen | {"data_labels": base_labels(chart)}
    colour = f"#{COLOURS[one.tone]}"
    if chart.form == "lines":
        made |= {"line": {"color": colour, "width": 2.25}, "marker": _marker(one, colour)}
        if not one.labelled:
            made["line"]["dash_type"] = "dash"
    else:
        made["fill"] = {"color": colour}
        made["points"] = [{"fill": {"color": f"#{COLOURS[tone]}"}} for tone in one.tones] or None
    return made | {"data_labels": labels(chart, one)}


def _axes(drawn: Drawn, chart: Chart) -> None:
    values: dict[str, Any] = {
        "num_format": _axis_format(chart),
        "num_font": WORDS,
        "major_gridlines": {"visible": True, "line": {"color": f"#{LINES}"}},
        "line": {"none": True},
    }
    if chart.start is not None:
        values["min"] = chart.start
    if ends := stacked_ends(chart):
        values["max"] = whole_above(ends[1], unit_of(chart, *ends))
    if named := axis(chart.axis, chart.start):
        values |= {"name": one_line(named).lstrip("= "), "name_font": WORDS | {"bold": False}}
    names: dict[str, Any] = {
        "num_font": WORDS,
        "label_position": "low",
        "line": {"color": f"#{COLOURS['neutral']}"},
        "major_tick_mark": "none",
    }
    if chart.form.endswith("bars"):
        # The first category on top puts the axis of values there too, unless it is told to cross
        # the last one.
        drawn.set_y_axis(names | {"reverse": True})
        drawn.set_x_axis(values | {"label_position": "high"})
    else:
        drawn.set_x_axis(names)
        drawn.set_y_axis(values)


def _legend(drawn: Drawn, chart: Chart) -> None:
    unseen = [at for at, one in enumerate(chart.series) if one.tone == "none"]
    if len(chart.series) - len(unseen) < 2:
        drawn.set_legend({"none": True})
    else:
        drawn.set_legend({"position": "top", "delete_series": unseen, "font": WORDS})


def _height(chart: Chart) -> int:
    if not chart.form.endswith("bars"):
        return 380
    across = 1 if chart.form.startswith("stacked") else max(len(chart.series), 1)
    return min(max(_LEAST, len(chart.categories) * across * _ROW + _AROUND), _MOST)


def _axis_format(chart: Chart) -> str:
    """Fewer digits than the values have: 80, 85, 90."""
    values = [value for one in chart.series for value in one.values if value is not None]
    spread = max(values, default=0.0) - (
        min(values, default=0.0) if chart.start is None else chart.start
    )
    if chart.kind == "share":
        return "[$-42A]0%"
    return "[$-42A]#,##0.0" if 0 < spread <= 4 else "[$-42A]#,##0"


def _marker(one: Series, colour: str) -> dict[str, Any]:
    look = {"fill": {"color": colour}, "border": {"color": colour}}
    return {"type": "circle", "size": 6} | look if one.labelled else {"type": "none"}
