"""Phiếu đơn vị: what the head of one unit is handed, on one A4 page.

The heights of all parts are counted beforehand; what finds no room is left out and said, the type
is never made smaller.
"""

from collections.abc import Iterator

from docx.document import Document as Doc
from docx.shared import Mm

from scoring.analysis.messages import unit_sheets as words
from scoring.analysis.messages.index import index_name
from scoring.analysis.review.units import UnitFrames, UnitView, unit_view
from scoring.reports import official
from scoring.reports.screens.words import sources
from scoring.reports.unit_sheets import parts
from scoring.reports.unit_sheets.markup import Piece, Type, paragraph
from scoring.reports.unit_sheets.parts import SMALL, WIDTH
from scoring.text.format import integer

_SIDE, _TOP, _BOTTOM, _FOOT = Mm(15), Mm(13), Mm(24), Mm(9)
_ROOM = 705.0  # points between the margins (737) without what a program may lay out otherwise
_MOST_SOURCES = 2
_MOST_SUBJECT = 255  # characters of a property
_FEWEST_TASKS = 6
_BODY = Type(11.0, align="both")
_HEADING = Type(12.0, bold=True)
_TITLE = Type(14.0, bold=True, align="center")
_BESIDE = Type(11.0, italic=True, align="center")
_NOTE = Type(SMALL, italic=True)


def unit_sheet(frames: UnitFrames, unit: str) -> bytes:
    """The .docx of one unit.

    Shape: `frames` as analysis.review.units gives them, of one review.
    Raises: KeyError where neither the score table nor a task names the unit.
    """
    view = unit_view(frames, unit)
    made = _page()
    for piece in _pieces(frames, view):
        made.element.body.insert(len(made.element.body) - 1, piece.element)
    _footer(made, frames, view)
    return official.content(
        made, subject=official.printable(f"Phiếu đơn vị: {unit}")[:_MOST_SUBJECT]
    )


def _page() -> Doc:
    made = official.document()
    section = made.sections[0]
    section.left_margin = section.right_margin = _SIDE
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance = section.footer_distance = _FOOT
    return made


def _pieces(frames: UnitFrames, view: UnitView) -> list[Piece]:
    """The whole page; titles of criteria on one line where tasks would find too little room."""
    tasks, head = len(view.led) + len(view.helped), list(_head(frames, view))
    for lines in (2, 1):
        above = [*head, *_points(frames, view, lines)]
        left = _ROOM - sum(piece.height for piece in above)
        below, shown = _tasks(frames, view, left)
        if shown >= min(tasks, _FEWEST_TASKS):
            break
    return above + below


def _head(frames: UnitFrames, view: UnitView) -> Iterator[Piece]:
    review = frames.review
    yield paragraph(review.name.upper(), WIDTH, Type(11.0, bold=True), most=1, after=4)
    yield paragraph(f"PHIẾU ĐƠN VỊ: {view.unit}", WIDTH, _TITLE, after=0)
    index = f", {index_name(review.index_name)}" if review.index_name else ""
    day = f"{review.day:%d/%m/%Y}"
    yield paragraph(f"Năm {review.year}{index}; số liệu đến ngày {day}", WIDTH, _BESIDE, after=6)
    for sentence in words.told(frames, view):
        yield paragraph(sentence, WIDTH, _BODY)


def _points(frames: UnitFrames, view: UnitView, lines: int) -> Iterator[Piece]:
    table = parts.figures(view)
    if table is not None:
        yield paragraph("Điểm mất", WIDTH, _HEADING, keep=True)
        yield table
        yield paragraph(_whole(frames, view), WIDTH, _NOTE, after=6)
    if view.points is None:
        return
    yield from _losses(view, lines)
    if not view.best.empty:
        # One of the largest losses may have reached a larger part of its maximum.
        among = "" if view.largest.empty else " trong số còn lại"
        name = f"Tiêu chí chủ trì đạt tỷ lệ cao nhất{among}"
        yield paragraph(name, WIDTH, _HEADING, keep=True)
        yield parts.best(view.best, name, lines)
        yield _gap()


def _losses(view: UnitView, lines: int) -> Iterator[Piece]:
    name = "Tiêu chí chủ trì mất nhiều điểm nhất"
    yield paragraph(name, WIDTH, _HEADING, keep=True)
    if not view.largest.empty:
        yield parts.losing(view.largest, name, lines)
        yield _gap()
        return
    yield paragraph(words.no_criteria(view), WIDTH, _BODY)
    leads = (view.criteria["role"] == "lead").any()
    if not leads and not view.helped_losses.empty:
        name = "Tiêu chí phối hợp mất nhiều điểm nhất"
        yield paragraph(name, WIDTH, _HEADING, keep=True)
        yield parts.helped(view.helped_losses, name, lines)
        yield _gap()


def _tasks(frames: UnitFrames, view: UnitView, room: float) -> tuple[list[Piece], int]:
    """The tasks that find room, and how many."""
    if frames.review.board.empty:
        return [], 0
    above = [
        paragraph("Nhiệm vụ và thời hạn", WIDTH, _HEADING, keep=True),
        paragraph(words.states(view), WIDTH, _BODY),
    ]
    table, out = parts.tasks(view, room - sum(piece.height for piece in above))
    below = [] if table is None else [table]
    if out:
        below.append(paragraph(parts.left_out(view, out), WIDTH, _NOTE, after=0))
    return above + below, len(view.led) + len(view.helped) - out


def _whole(frames: UnitFrames, view: UnitView) -> str:
    if view.points is None:
        return "Điểm của các tiêu chí mà nhiệm vụ của đơn vị gắn với, theo mọi kế hoạch."
    return f"{words.of_whole(view, frames.lost)}."


def _gap() -> Piece:
    """What stands between a table and the next heading."""
    return paragraph("", WIDTH, Type(3.0), most=1, after=0)


def _footer(made: Doc, frames: UnitFrames, view: UnitView) -> None:
    """Where the numbers were read, on at most three lines."""
    tasks = [*view.led["batch"], *view.helped["batch"]]
    told = sources(frames.review, [frames.review.head.score_batch, *tasks])
    more = len(told) - _MOST_SOURCES
    lines = [f"Nguồn: {one}" for one in told[:_MOST_SOURCES]]
    if more > 0:
        lines.append(f"Còn {integer(more)} bảng khác.")
    footer = made.sections[0].footer
    first = footer.paragraphs[0]
    for one in lines:
        first._p.addprevious(paragraph(one, WIDTH, _NOTE, most=1, after=0).element)
    if lines:
        first._p.getparent().remove(first._p)
