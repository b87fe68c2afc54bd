"""The rows of a .csv, .tsv or .txt, whatever separates their cells. All cells stay texts."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scoring.ingest.limits import Limits
from scoring.ingest.opening.reach import LONGEST_TEXT, Read, check_reach, too_long, too_many
from scoring.ingest.opening.refusal import refused
from scoring.ingest.opening.text_encoding import text_of

Rows = list[list[str]]

SEPARATORS = "\t;|,"  # of two that explain a text equally well, the one that texts hold less
_TOLD = re.compile(r"sep=([\t;|,])\r?\n", re.I)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAMPLE = 200_000  # characters
_SURE = 0.4  # evenness of a text that is a table whatever its name: five columns in half its rows
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_WHOLE = re.compile(r"\s*-?\d{1,4}\s*")
_FRACTION = re.compile(r"\s*\d{1,3}\s*%?\s*")
_FILLED = 3  # cells of a row that can be a header


def read_delimited(name: str, content: bytes, limits: Limits) -> Read:
    """The one sheet of a text file, all rows equally wide.

    Raises: Refused where its encoding is not certain, its quotes do not close, its decimal commas
        look like separators, or it is larger than allowed.
    """
    text = text_of(content)
    told = _TOLD.match(text)
    if told:
        text = text[told.end() :]
    separator = told[1] if told else separator_of(text)
    if text.count(separator or "\n") + text.count("\n") > limits.max_cells:
        raise too_many(limits, sheet=name)
    rows = _rows(text, separator, name)
    _check_lengths(rows)
    if separator == ",":
        _check_decimals(rows, name)
    width = max(map(len, rows), default=0)
    check_reach(len(rows), width, limits, (max(len(rows) - 1, 0), max(width - 1, 0)), sheet=name)
    return Read(name, [[*row, *[""] * (width - len(row))] for row in rows])


def separator_of(text: str) -> str:
    """The separator that makes most rows alike; '' where none makes columns."""
    sample = text[:_SAMPLE]
    if len(sample) < len(text):
        sample = sample[: max(sample.rfind("\n"), 0)] or sample
    best = max(SEPARATORS, key=lambda one: _evenness(sample, one))
    return best if _evenness(sample, best) else ""


def is_table(text: str) -> bool:
    """Whether a text whose name says otherwise is surely rows of cells."""
    separator = separator_of(text)
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()]
    return bool(separator) and len(lines) > 1 and _evenness(text[:_SAMPLE], separator) > _SURE


def _evenness(sample: str, separator: str) -> float:
    """How well a separator explains a text, from 0 to 1: most rows alike, in many columns."""
    if separator == "," and "," not in _DECIMAL.sub("", sample):
        return 0  # all commas are in numbers
    rows = csv.reader(_lines(sample), delimiter=separator)
    try:
        widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    except csv.Error:
        return 0
    several = [(times, width) for width, times in widths.items() if width > 1]
    times, width = max(several, default=(0, 1))
    return times / max(widths.total(), 1) * (1 - 1 / width)


def _lines(text: str) -> Iterator[str]:
    return (line.group() for line in _LINE.finditer(text))


def _rows(text: str, separator: str, name: str) -> Rows:
    if not separator:
        return [[line.rstrip("\r\n")] for line in _lines(text)]
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        plain = _without_quoting(text, separator)
        if _even(plain):
            return plain
        raise refused(
            "file-unreadable",
            sheet=name,
            row=reader.line_num,
            expected="dấu nháy kép mở và đóng ở hai đầu một ô",
            found="dấu nháy kép không khớp, hoặc ô quá dài",
            fix="Mở tệp bằng Excel, lưu thành .xlsx rồi nạp lại.",
        ) from error


def _without_quoting(text: str, separator: str) -> Rows:
    try:
        return list(csv.reader(_lines(text), delimiter=separator, quoting=csv.QUOTE_NONE))
    except csv.Error:  # a cell longer than any
        return []


def _check_lengths(rows: Rows) -> None:
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if len(cell) > LONGEST_TEXT:
                raise too_long((at, column), len(cell))


def _even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows but blank and title lines have one width."""
    return len({len(row) for row in rows if len(row) > 1}) == 1


def _check_decimals(rows: Rows, name: str) -> None:
    """Raises: Refused where decimal commas split numbers: rows then outgrow their header."""
    if len({len(row) for row in rows if row}) < 2:
        return
    widths = [_filled(row) for row in rows]
    header = next((width for width in widths if width >= _FILLED), 0)
    for at, (row, width) in enumerate(zip(rows, widths, strict=True)):
        if header and width > header and _split_number(row):
            raise refused(
                "file-unreadable",
                sheet=name,
                row=at + 1,
                expected=f"{header} ô như hàng tiêu đề",
                found=f"{width} ô: dấu phẩy vừa ngăn cột vừa là dấu thập phân",
                fix="Lưu lại tệp dạng .xlsx, hoặc dạng CSV ngăn cột bằng dấu chấm phẩy.",
            )


def _filled(row: Sequence[str]) -> int:
    """How many cells the row has up to its last that is not blank."""
    return max((at for at, cell in enumerate(row, 1) if cell.strip()), default=0)


def _split_number(row: Sequence[str]) -> bool:
    pairs = zip(row, row[1:], strict=False)
    return any(_WHOLE.fullmatch(a) and _FRACTION.fullmatch(b) for a, b in pairs)
