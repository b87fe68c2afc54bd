"""Code and title in one cell taken apart: 'I. CHỈ ĐẠO', '1.5. Công tác …'."""

import re
from collections.abc import Sequence

from scoring.ingest.cells import text_of
from scoring.ingest.opening.workbook import Cell
from scoring.text.labels import label_of

_WORD = r"(?:(?i:tiêu chí(?: thành phần)?|tctp|tc|lĩnh vực|mục|phần)\s+)?"
_DOTTED = r"\d{1,2}(?:\.\d{1,2}){1,4}"
_TEXT = r"(?P<title>[^\W\d_].*|[\"“(\[].*)"
_SURELY = re.compile(  # a number alone needs a sign behind it: '5 sáng kiến' is no code
    rf"(?P<code>{_WORD}(?:{_DOTTED}\s*[.):/–-]?|(?:[IVX]+|\d{{1,2}}|[a-zđ]|[A-H])\s*[.):/–-]))"
    rf"\s*{_TEXT}",
    re.S,
)
_PERHAPS = re.compile(rf"(?P<code>{_WORD}(?:[IVX]+|\d{{1,2}}))\s+{_TEXT}", re.S)
_LISTED = re.compile(r"[a-zđ]|\d{1,2}")


def named(
    titles: Sequence[str], cells: Sequence[Cell], scored: Sequence[bool]
) -> tuple[list[str], list[Cell]]:
    """Titles and code cells, each pair that stands in one cell taken apart.

    `scored` tells the rows with points. Where other rows have codes of their own, '1. …' and 'a) …'
    within a title is taken for a code only with points beside it: scoring levels are numbered too.
    """
    names, codes = list(titles), list(cells)
    if all(type(cell) is str and cell for cell in codes) and " " not in "".join(codes):
        return names, codes  # one look at a column of codes alone
    for at, cell in enumerate(codes):
        if type(cell) is str and " " in cell and not label_of(cell):
            _take_apart(names, codes, at, cell, within=not names[at])
    blank = [at for at, cell in enumerate(codes) if cell == "" and names[at]]
    coded = len(blank) < sum(name != "" for name in names)
    loosely = not coded and 2 * sum(_split(names[at]) is not None for at in blank) >= len(blank)
    last = max((at for at, has in enumerate(scored) if has), default=-1)
    for at in blank:
        parts = _split(names[at], loosely=loosely) if at <= last else None
        if parts and (scored[at] or not coded or not _is_listed(parts[0])):
            codes[at], names[at] = parts
    return names, codes


def _take_apart(names: list[str], codes: list[Cell], at: int, cell: str, *, within: bool) -> None:
    """The code of a code cell that holds more; its text is the title where there is none."""
    parts = _split(cell, loosely=True)
    if parts:
        codes[at] = parts[0]
        names[at] = parts[1] if within else names[at]


def _split(text: str, *, loosely: bool = True) -> tuple[str, str] | None:
    """The code and the title in one text, None where it does not begin with a code."""
    clean = text_of(text)
    match = _SURELY.fullmatch(clean) or (_PERHAPS.fullmatch(clean) if loosely else None)
    if not match or not label_of(match["code"]):
        return None
    return match["code"].rstrip(" .):/–-"), match["title"]


def _is_listed(code: str) -> bool:
    return bool(_LISTED.fullmatch(code.strip(" .):/–-")))
