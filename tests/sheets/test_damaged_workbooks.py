"""Workbooks damaged here and there: marked or written anew, never an error that nobody expects."""

import io
import random
import zipfile
from collections.abc import Callable

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import LISTED
from scoring.ingest.table import Table
from scoring.sheets.fixed import changes_since, compared
from scoring.sheets.marked import marked_copy
from scoring.sheets.mended import problems_since
from tests.sheets.conftest import NOW, ROWS, book_of
from tests.sheets.rich import rich_workbook
from tests.sheets.test_marked import parts

PIECES = (b"<", b">", b"&", b"'", b'"', b"/", b"=", b"<!--", b"<![CDATA[", b"\xff", b"-1", b"x:")
PARTS = ("xl/styles.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/workbook.xml")


def damaged(content: bytes, dice: random.Random, *, only: str = "") -> bytes:
    """The workbook with one part cut, missing, or with bytes changed, out or in."""
    files = parts(content)
    named = [name for name in files if only in name and not name.endswith(".png")]
    name = dice.choice(named)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for one, part in files.items():
            if one != name:
                archive.writestr(one, part)
            elif dice.random() > 0.05:
                archive.writestr(one, mutated(part, dice))
    return stream.getvalue()


def mutated(part: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(part) + 1)
        end = min(len(part), at + dice.choice((0, 1, 1, 5, 40, 2000)))
        part = part[:at] + dice.choice((b"", *PIECES)) + part[end:]
    return part


@pytest.mark.parametrize("seed", range(120))
def test_a_damaged_workbook_comes_back_marked_or_as_a_list(
    seed: int, tables: Callable[..., tuple[Table, ...]]
) -> None:
    dice = random.Random(seed)
    whole = rich_workbook()
    content = damaged(whole, dice, only=dice.choice(("", "sheet1.xml", *PARTS)))
    name, marked = marked_copy(tables(content), content, now=NOW)
    assert name == "bang (đánh dấu).xlsx"
    book = zipfile.ZipFile(io.BytesIO(marked))
    assert LISTED.encode() in book.read("xl/workbook.xml")
    again, _ = tables(marked), compared("bang.xlsx", marked, Limits())
    assert [one.problems for one in again] == [one.problems for one in tables(content)] or (
        tables(content)[0].kind is None
    )


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_marked_copy_is_read_marked_and_compared_without_an_error(
    seed: int, tables: Callable[..., tuple[Table, ...]]
) -> None:
    dice = random.Random(seed)
    content = book_of({"Phụ lục": ROWS})
    marked = marked_copy(tables(content), content, now=NOW)[1]
    content = damaged(marked, dice, only=dice.choice(("", "sheet3.xml", "sheet1.xml")))
    copy = compared("bang.xlsx", content, Limits())
    if copy is not None:
        changes_since(copy)
        problems_since(copy, tables(content))
    marked_copy(tables(content), content, now=NOW)
