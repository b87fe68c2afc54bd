"""Marks a workbook's package: colours, comments, the list of problems, the record of its cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import ORIGINAL
from scoring.ingest.opening.workbook import Sheet, cell_name, column_letter
from scoring.ingest.problems import Problem
from scoring.sheets.book import Book, OwnSheet
from scoring.sheets.comments import comment, conversations, said
from scoring.sheets.earlier import Earlier, earlier_marks, name_of_list
from scoring.sheets.listed import HEADER, Listing, listed_xml
from scoring.sheets.marks import Found, Place, by_cell, spoken
from scoring.sheets.original import Mark, Told, original_xml
from scoring.sheets.package import Package
from scoring.sheets.sheet_xml import sheet_xml, written
from scoring.sheets.styles import Look, Styles
from scoring.text import format as fmt


@dataclass(frozen=True)
class _Copy:
    """A workbook being marked, and what is to be said of each cell."""

    package: Package
    book: Book
    styles: Styles
    earlier: Earlier
    problems: Mapping[Place, Sequence[Problem]]  # the gravest first, of each cell too
    texts: Mapping[Place, str]  # the comments


@dataclass(frozen=True)
class _Marked:
    """What was marked on one sheet: each mark with the style that its cell had."""

    marks: Sequence[tuple[Mark, int]]
    unseen: int = 0  # comments that spreadsheets show a conversation instead of


def marked_package(
    content: bytes,
    sheets: Sequence[Sheet],
    found: Sequence[Found],
    listing: Listing,
    limits: Limits,
) -> bytes:
    """The workbook with its problems marked.

    Raises: NotMarkable, ValueError where the package is not built as Excel workbooks are.
    """
    package = Package(content)
    book = Book(package)
    styles = Styles(package, book.styles)
    earlier = earlier_marks(content, package, book, styles, limits)
    problems = by_cell(found)
    texts = {
        place: said([spoken(one) for one in problems[place]])
        for place in list(problems)[: listing.most_comments]
    }
    copy = _Copy(package, book, styles, earlier, problems, texts)
    done = [_mark_sheet(copy, at, sheet.name) for at, sheet in enumerate(sheets)]
    remarks = (*listing.remarks, *_remarks(len(problems), listing.most_comments, done))
    told = replace(listing, remarks=remarks)
    book.add(_list(name_of_list(content, book), found, told, styles))
    marks = [mark for one in done for mark in one.marks]
    record = original_xml(
        sheets, marks, _told(found, sheets), styles.own(Look(border=False, wrap=False))
    )
    book.add(OwnSheet(ORIGINAL, record, hidden=True))
    styles.save()
    book.save()
    return package.written()


def _told(found: Sequence[Found], sheets: Sequence[Sheet]) -> list[Told]:
    """The problems as the record keeps them."""
    number = {sheet.name: at for at, sheet in enumerate(sheets)}
    return [
        Told(one.problem.code, number[one.place.sheet], cell_name(one.place.row, one.place.column))
        if one.place
        else Told(one.problem.code)
        for one in found
    ]


def _list(name: str, found: Sequence[Found], listing: Listing, styles: Styles) -> OwnSheet:
    """The sheet that lists the problems."""
    xml, header = listed_xml(found, listing, styles)
    cells = f"$A${header}:${column_letter(len(HEADER) - 1)}${header + len(found)}"
    return OwnSheet(name, xml, titles=f"${header}:${header}", filtered=cells)


def _mark_sheet(copy: _Copy, at: int, name: str) -> _Marked:
    """Colour and comment the cells of one sheet, after taking back what we did earlier."""
    part = copy.book.parts.get(name, "")
    here = {place: found for place, found in copy.problems.items() if place.sheet == name}
    if part not in copy.package or not (here or copy.earlier.said or copy.earlier.coloured):
        return _Marked(())
    sheet = sheet_xml(copy.package.read(part))
    coloured = sheet.rows.cells_with(copy.earlier.coloured)
    before: dict[tuple[int, int], int] = {}

    def style_of(row: int, column: int, style: int) -> int:
        place = Place(name, row, column)
        if style in copy.earlier.coloured:
            known = copy.earlier.before.get(place)
            style = copy.styles.cleared(style) if known is None else known
        before[row, column] = style
        found = here.get(place)
        return copy.styles.marked(style, found[0].severity) if found else style

    rows = sheet.rows.restyled([*coloured, *((one.row, one.column) for one in here)], style_of)
    texts = {cell_name(p.row, p.column): text for p, text in copy.texts.items() if p.sheet == name}
    comment(copy.package, part, sheet, texts, copy.earlier.said)
    copy.package.put(part, written(sheet, rows))
    marks = [
        (
            Mark(at, cell_name(one.row, one.column), copy.texts.get(one, "")),
            before[one.row, one.column],
        )
        for one in here
    ]
    return _Marked(marks, len(conversations(copy.package, part) & texts.keys()))


def _remarks(cells: int, most: int, done: Sequence[_Marked]) -> list[str]:
    """What was not done as announced."""
    remarks = []
    if cells > most:
        remarks.append(
            f"Có {fmt.integer(cells)} ô có vấn đề: ô nào cũng được tô màu, nhưng chỉ "
            f"{fmt.integer(most)} ô nặng nhất có nhận xét. Danh sách dưới đây đầy đủ."
        )
    if unseen := sum(one.unseen for one in done):
        remarks.append(
            f"{unseen} ô đã có chuỗi trao đổi: Excel chỉ hiện chuỗi đó, nên vấn đề của các ô này "
            "chỉ xem được ở danh sách dưới đây."
        )
    return remarks
