"""What does whoever presents a slide see beside it? What to say, the numbers, their sources."""

from collections.abc import Iterable

from pptx.enum.shapes import PP_PLACEHOLDER as PH
from pptx.slide import Slide

from scoring.reports.blocks import Screen, Table, written
from scoring.reports.slides.writing import Style, write

_SOURCES = "Nguồn số liệu:"
_NUMBERS = "Số liệu của trang:"
_WHOLE = "Viết đầy đủ:"


def speak(slide: Slide, lines: Iterable[str]) -> None:
    """Write the lines under the slide."""
    told = [(line, Style()) for line in lines]
    if not told:
        return
    notes = slide.notes_slide
    if notes.notes_text_frame is None:  # a template whose notes have no place for text
        tree = notes.shapes._spTree
        tree.add_placeholder(notes.shapes._next_shape_id, "Notes", PH.BODY, "horz", "full", 1)
    frame = notes.notes_text_frame
    if frame is not None:
        write(frame, told)


def lines(screen: Screen, table: Table | None, cut: Iterable[str]) -> list[str]:
    """What to say, the table that is not on the slide, texts cut short, and the sources."""
    found = list(screen.spoken)
    if table is not None and table.rows:
        found += [_NUMBERS, *rows(table)]
    whole = list(dict.fromkeys(cut))
    if whole:
        found += [_WHOLE, *whole]
    if screen.sources:
        found += [_SOURCES, *screen.sources]
    return found


def rows(table: Table) -> list[str]:
    """Each row as one line: '9 Kết quả …: Điểm chuẩn 33,50; Điểm mất 7,31'."""
    return [
        f"{_value(row[0], table, 0)}: "
        + "; ".join(
            f"{column.title} {written(value, column.kind)}"
            for column, value in list(zip(table.columns, row, strict=True))[1:]
        )
        if len(row) > 1
        else _value(row[0], table, 0)
        for row in table.rows
    ]


def _value(value: object, table: Table, at: int) -> str:
    return written(value, table.columns[at].kind)  # type: ignore[arg-type]
