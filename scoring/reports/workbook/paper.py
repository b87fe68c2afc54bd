"""How does a sheet print? A4 on its side, one page wide, its header row on every page."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from scoring.text.printable import one_line

_A4 = 9
_LONGEST = 255  # signs that a footer holds, of which the fields take some
_PAGES = "&R&8Trang &P/&N"


def set_up(sheet: Worksheet, *, title: str, sources: Sequence[str], header: int | None) -> None:
    """Paper, margins, footer; `header` is the row that every page repeats."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(footer(title, sources))
    sheet.hide_gridlines(2)
    if header is not None:
        sheet.repeat_rows(header)


def footer(title: str, sources: Sequence[str]) -> str:
    """The first source and how many more there are, and the page; '&' is a sign of its own."""
    more = f" và {len(sources) - 1} bảng khác, xem trang Nguồn" if len(sources) > 1 else ""
    said = f"Nguồn: {one_line(sources[0])}{more}" if sources else one_line(title)
    room = _LONGEST - len("&L&8") - len(_PAGES)
    # A digit right after the size would be read as part of it.
    return f"&L&8 {_cut(said, more, room - 1)}{_PAGES}"


def _cut(said: str, ending: str, room: int) -> str:
    body, kept = said.removesuffix(ending) if ending else said, ending
    while len((body + kept).replace("&", "&&")) > room:
        body, kept = body[: -2 if kept == ending else -1], f" …{ending}"
    return (body + kept).replace("&", "&&")
