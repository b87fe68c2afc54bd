"""The sheet that lists a file's problems, each with its cell and its cure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring.ingest.opening.workbook import cell_name
from scoring.ingest.problems import place
from scoring.ingest.rules import CATALOGUE, Severity
from scoring.sheets.marks import ORDER, SEVERITIES, Found, Place
from scoring.sheets.own_xml import Line, height_of, shown_sheet
from scoring.sheets.styles import COLOURS, DARK, Look, Styles
from scoring.text import format as fmt

FIRST_WORDS = "Vấn đề cần xem của tệp"
HEADER = ("STT", "Mức", "Trang tính", "Ô", "Vấn đề", "Cần", "Thấy", "Cách sửa", "Mã")
_WIDTHS = (5, 10, 15, 8, 22, 27, 27, 34, 19)
_LINK_AT = HEADER.index("Ô")
_MOST_LINKS = 65_000  # of one sheet; spreadsheets allow 65 530
_HOW = (
    "Sửa ngay trên các trang tính của bảng rồi nạp lại tệp này: chỉ những ô đã đổi được hiện ra. "
    "Ô có vấn đề được tô màu theo mức và có nhận xét. Không cần xoá trang này."
)


@dataclass(frozen=True)
class Listing:
    """What the sheet tells besides the problems."""

    file: str
    moment: datetime  # in the time zone that it is shown in
    remarks: Sequence[str]  # what was left out or could not be kept
    renamed: Mapping[str, str]  # a sheet's own name → its name in the copy
    most_comments: int


def listed_xml(found: Sequence[Found], listing: Listing, styles: Styles) -> tuple[bytes, int]:
    """The sheet, and the row of its header."""
    title = styles.own(Look(bold=True, size=13, border=False))
    said = styles.own(Look(border=False))
    heading = styles.own(Look(bold=True, ink="FFFFFFFF", fill=DARK, centred=True))
    lines = [_across(_title(found, listing), title, 22), _across(_HOW, said, 17)]
    lines += [_across(remark, said, 17) for remark in listing.remarks]
    merged = [f"A{row}:I{row}" for row in range(1, len(lines) + 1)]
    lines.append(Line(HEADER, [heading] * len(HEADER), 22))
    header = len(lines)
    looks = _looks(styles)
    lines += [_line(at, one, listing, looks) for at, one in enumerate(found)]
    links = [
        (cell_name(header + at, _LINK_AT), _target(one.place, listing))
        for at, one in enumerate(found)
        if one.place
    ][:_MOST_LINKS]
    xml = shown_sheet(lines, widths=_WIDTHS, header=header, links=links, merged=merged)
    return xml, header


def _title(found: Sequence[Found], listing: Listing) -> str:
    counts = [
        f"{sum(one.problem.severity == severity for one in found)} {SEVERITIES[severity].lower()}"
        for severity in ORDER
    ]
    return (
        f"{FIRST_WORDS} “{listing.file}”, đánh dấu lúc {fmt.when(listing.moment)}: "
        f"{', '.join(counts)}."
    )


def _across(text: str, style: int, height: float) -> Line:
    return Line((text, *[None] * (len(HEADER) - 1)), [style] * len(HEADER), height)


def _looks(styles: Styles) -> Mapping[Severity, Sequence[int]]:
    """The styles of a line, by severity."""
    number, text = styles.own(Look(centred=True, text=False)), styles.own(Look())
    link = styles.own(Look(link=True, ink="FF0563C1"))
    return {
        severity: (number, styles.own(Look(fill=COLOURS[severity])), text, link, *[text] * 5)
        for severity in ORDER
    }


def _sheet_name(one: Found, listing: Listing) -> str:
    name = one.place.sheet if one.place else one.problem.sheet or ""
    return listing.renamed.get(name, name)


def _target(place: Place, listing: Listing) -> str:
    """The cell as a link writes it: "'Phụ lục'!E23"."""
    name = listing.renamed.get(place.sheet, place.sheet).replace("'", "''")
    return f"'{name}'!{cell_name(place.row, place.column)}"


def _line(at: int, one: Found, listing: Listing, looks: Mapping[Severity, Sequence[int]]) -> Line:
    found = one.problem
    sheet = _sheet_name(one, listing)
    where = cell_name(one.place.row, one.place.column) if one.place else ""
    printed = place(found).rpartition("!")[2] if found.row else ""
    cells = (
        at + 1,
        SEVERITIES[found.severity],
        sheet or "(cả tệp)",
        where or printed,
        CATALOGUE[found.code].title,
        found.expected,
        found.found,
        found.fix,
        found.code,
    )
    return Line(cells, looks[found.severity], height_of(cells, _WIDTHS))
