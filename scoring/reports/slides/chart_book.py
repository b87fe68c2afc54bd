"""The workbook inside a chart, that 'Edit Data' opens: the numbers, and beside them the labels.

A label is a formula that writes its number with a decimal comma whatever the computer's own sign
is, so that it follows when somebody changes the number. FIXED writes the computer's sign without
dots between thousands, and SUBSTITUTE makes it a comma.
"""

from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from scoring.reports.blocks import Chart, Kind, written
from scoring.text.format import UNCHANGED
from scoring.text.printable import one_line

SHEET = "Sheet1"
_UNITS = {"percent": "%", "share": "%", "change": "điểm %"}
_DIGITS = {"percent": "2", "number": "2", "change": "2", "share": "1", "integer": "0"}
_MOST_DOTS = 2  # to 999.999.999; what is larger has no more dots once it is edited
_TWO_OR_THREE = "IF(ROUND({0},3)=ROUND({0},2),2,3)"


class _Exact(float):
    """A number that XlsxWriter writes with all its digits: it asks for sixteen, a float has 17."""

    def __format__(self, spec: str) -> str:
        return repr(float(self))


def book(chart: Chart) -> bytes:
    """Categories in column A, a series a column, behind them a column of labels for each."""
    content, dots = BytesIO(), _dots(chart)
    with xlsxwriter.Workbook(content, {"in_memory": True}) as made:
        sheet = made.add_worksheet(SHEET)
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, 2 * len(chart.series), 16)
        for row, category in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, one_line(category))
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, one_line(series.name))
            labels = column + len(chart.series)
            sheet.write_string(0, labels, f"Nhãn {one_line(series.name)}".strip())
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, column, _Exact(value))
                cell = f"{xl_col_to_name(column)}{row + 1}"
                told = formula(cell, chart.kind, dots=dots)
                sheet.write_formula(row, labels, told, None, label(value, chart.kind))
    return content.getvalue()


def label(value: float | None, kind: Kind) -> str:
    """'83,93', '+0,31': a number beside its bar, its unit being told by the axis; '' for none."""
    if value is None:
        return ""
    return written(value, kind).removesuffix(_UNITS.get(kind, "").replace(" ", "\u00a0")).strip()


def labels_ref(chart: Chart, series: int) -> str:
    """The cells with the labels of a series, from 0."""
    column = xl_col_to_name(1 + series + len(chart.series))
    return f"{SHEET}!${column}$2:${column}${len(chart.categories) + 1}"


def formula(cell: str, kind: Kind, *, dots: int = 0) -> str:
    """What writes the number of a cell as `label` does.

    Shape: `dots` is how many groups of three digits the chart's longest number parts off; a chart
        without thousands does with a shorter formula.
    """
    value = f"{cell}*100" if kind == "share" else cell
    digits = _DIGITS.get(kind, _TWO_OR_THREE.format(cell))
    told = f'SUBSTITUTE(FIXED({value},{digits},TRUE),".",",")'
    told = f'SUBSTITUTE({told},"-","−")'
    after = "0" if digits == "0" else f"({digits}+1)"
    for at in range(min(dots, _MOST_DOTS)):
        place = f"LEN({told})-{after}-{2 + 4 * at}"
        dotted = f'REPLACE({told},{place},0,".")'
        told = f"IF(ROUND(ABS({value}),{digits})<{1000 ** (at + 1)},{told},{dotted})"
    if kind == "change":
        told = f'IF(ROUND({cell},2)=0,"{UNCHANGED}",IF({cell}>0,"+","")&{told})'
    return f'=IF(ISNUMBER({cell}),{told},"")'


def _dots(chart: Chart) -> int:
    """How many dots the longest label has."""
    texts = (label(value, chart.kind) for one in chart.series for value in one.values)
    return max((text.count(".") for text in texts), default=0)
