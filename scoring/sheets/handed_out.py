"""What the files share that are handed out to be filled: a locked sheet with hidden keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from scoring.ingest.handed_out.form import KEY, KEYS, Form
from scoring.ingest.handed_out.keys import Mark, mark_text
from scoring.sheets.template_book import FIRST_ROW, HEADER_ROW, Column, Head, Page, template
from scoring.text.moments import VIETNAM

HIDDEN_WIDTH = 4
UNLOCK = (
    "Trang tính được khoá không có mật khẩu: Xem lại › Bỏ bảo vệ trang tính (Review › Unprotect "
    "Sheet) khi cần sắp xếp."
)
_Line = TypeVar("_Line")


@dataclass(frozen=True)
class Outline:
    """The columns of a file from left to right with their widths, hidden ones among them.

    Keys stand among the texts of a row, among the cells filled in and behind them: whoever sorts or
    copies a block of columns takes a key along and leaves one behind.
    """

    form: Form
    widths: Mapping[str, float]

    @property
    def at(self) -> Mapping[str, int]:
        """Where each column stands, from 0."""
        return {name: at for at, name in enumerate(self.widths)}

    @property
    def columns(self) -> list[Column]:
        """The columns as a template has them; what stands above keys is written with the mark."""
        names = self.form.names
        return [Column(names.get(name, ""), width) for name, width in self.widths.items()]


def handed_out(
    outline: Outline,
    head: Head,
    mark: Mark,
    lines: Sequence[_Line],
    write: Callable[[Page, int, _Line], None],
    allow: Callable[[Page, int], None],
) -> bytes:
    """The workbook of these lines: `write` fills the row of one.

    `allow` says what may be typed down to the last row, where there is any.
    """

    def fill(page: Page) -> int:
        _hide(page, outline, mark)
        for row, line in enumerate(lines, FIRST_ROW):
            write(page, row, line)
        end = FIRST_ROW + len(lines)
        if lines:
            allow(page, end - 1)
        return end

    return template(head, outline.columns, fill)


def write_known(
    page: Page, row: int, outline: Outline, line: object, keys: tuple[str, str]
) -> None:
    """The locked texts of a row, which its line has under their names; its first and other keys."""
    form, at = outline.form, outline.at
    # What a key belongs to before the rest: the order in which a workbook numbers its texts.
    for name in dict.fromkeys(("code", *form.shown, *form.names)):
        if name not in form.told:
            page.text(row, at[name], getattr(line, name), "text")
    first, other = keys
    for name in KEYS:
        page.text(row, at[name], first if name == KEY else other, "text")


def write_height(page: Page, row: int, outline: Outline, texts: Mapping[str, str | None]) -> None:
    """Make a row as high as its texts need; `texts` by the names of their columns."""
    page.height(row, [texts.get(name) or "" for name in outline.widths], outline.columns)


def allow_down(
    page: Page, outline: Outline, name: str, last: int, rule: Mapping[str, object]
) -> None:
    """What may be typed, for a whole column: rows that are put in between have it too."""
    column = outline.at[name]
    page.sheet.data_validation(FIRST_ROW, column, last, column, dict(rule))


def day_of(moment: datetime) -> str:
    """The day in Việt Nam as people write it."""
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y}"


def _hide(page: Page, outline: Outline, mark: Mark) -> None:
    texts = {KEY: mark_text(outline.form, mark), **outline.form.hidden}
    for name in KEYS:
        at = outline.at[name]
        page.text(HEADER_ROW, at, texts[name], "header")
        page.sheet.set_column(at, at, HIDDEN_WIDTH, None, {"hidden": True})
