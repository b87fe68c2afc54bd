"""What a workbook's XML tells besides the values: the sheets in order, and their odd cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scoring.ingest.limits import Limits
from scoring.ingest.opening.archive import Archive, damaged
from scoring.ingest.opening.formula_texts import formula_texts
from scoring.ingest.opening.parts import PLAIN_COLUMNS, PLAIN_ROWS, Look
from scoring.ingest.opening.raised import rich_strings
from scoring.ingest.opening.reach import (
    MOST_SHEETS,
    MOST_TEXT,
    Position,
    check_texts,
    too_many_sheets,
)
from scoring.ingest.opening.refusal import Refused, on_sheet, refused
from scoring.ingest.opening.sheet_cells import Cells, cells_of, string_lengths
from scoring.ingest.opening.xml_events import attribute, local, parse

_BOOK, _LINKS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedstrings.xml"
_SHORTEST_CELL = 14  # bytes: <c t="s"><v>0…
_MAY_BE_RICH = re.compile(rb"<(?:\w+:)?(?:vertAlign|strike)\b")
_SHOWN = re.compile(rb't="s"[^>]*><v>(\d+)</v>')


@dataclass(frozen=True)
class OddCells:
    """The cells of one sheet that its reader would leave blank, or read as other text."""

    texts: Mapping[Position, str] = field(default_factory=dict)  # errors, and raised characters
    formulas: Mapping[Position, str] = field(default_factory=dict)


def odd_cells(archive: Archive, looks: Mapping[str, Look], limits: Limits) -> tuple[OddCells, ...]:
    """The odd cells of each sheet, in the order of the workbook.

    Raises: Refused where a sheet must not be handed to its reader, which fills all between two
        cells and repeats each text wherever it shows.
    """
    sheets = _sheets(archive)
    small = limits.max_cells < PLAIN_COLUMNS * PLAIN_ROWS
    closer = {part for _, part in sheets if part in looks and (small or looks[part].closer)}
    there = {part for _, part in sheets if part in looks}
    rich = _rich_strings(archive)
    closer |= there if rich else _repeating(archive, looks, there)
    cells = {
        part: _cells(archive, part, name, limits, rich) for name, part in sheets if part in closer
    }
    _check_texts(archive, cells, limits)
    nothing = OddCells()
    odd = {
        part: OddCells({**one.errors, **one.rich}, formula_texts(one))
        for part, one in cells.items()
    }
    return tuple(odd.get(part, nothing) for _, part in sheets)


def _rich_strings(archive: Archive) -> Mapping[int, str]:
    """The shared strings with raised or struck out characters; most files have none."""
    if _STRINGS not in archive.parts or not _MAY_BE_RICH.search(archive.read(_STRINGS)):
        return {}
    return rich_strings(archive.chunks(_STRINGS))


def _cells(
    archive: Archive, part: str, name: str, limits: Limits, rich: Mapping[int, str]
) -> Cells:
    try:
        return cells_of(archive.chunks(part), limits, rich)
    except Refused as refusal:
        raise on_sheet(refusal, name) from refusal


def _repeating(archive: Archive, looks: Mapping[str, Look], sheets: set[str]) -> set[str]:
    """The sheets that could show shared strings so often that no memory holds them."""
    if _STRINGS not in looks:
        return set()
    xml = archive.read(_STRINGS)
    lengths = [len(one) for one in re.split(rb"</(?:\w+:)?si>", xml)]
    longest = max(lengths)
    cells = sum(looks[part].size for part in sheets) // _SHORTEST_CELL
    if cells * longest <= MOST_TEXT:
        return set()
    aligned = re.search(rb"<(?:\w+:)?si\s*/>", xml) is None
    left = MOST_TEXT if aligned else 0
    for part in sheets:
        left -= _shown(archive.read(part), lengths)
        if left < 0:
            return sheets
    return set()


def _shown(sheet: bytes, lengths: Sequence[int]) -> int:
    """The bytes of all shared strings that a sheet shows; endless where one look cannot tell."""
    shown = _SHOWN.findall(sheet)
    if len(shown) < sheet.count(b't="s"') or b"'s'" in sheet:
        return MOST_TEXT + 1
    last = len(lengths) - 1
    return sum(lengths[min(int(number[:9]), last)] for number in shown)


def _check_texts(archive: Archive, cells: Mapping[str, Cells], limits: Limits) -> None:
    if _STRINGS not in archive.parts or not cells:
        return
    lengths = string_lengths(archive.chunks(_STRINGS), limits)
    total = sum(
        lengths[number] * times
        for one in cells.values()
        for number, times in one.strings.items()
        if number < len(lengths)
    )
    check_texts(total)


def _sheets(archive: Archive) -> list[tuple[str, str]]:
    """Name and part of each sheet; '' for a part that the workbook does not name."""
    if _BOOK not in archive.parts or _LINKS not in archive.parts:
        raise damaged()
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def link(name: str, given: Mapping[str, str]) -> None:
        if local(name) == "Relationship":
            targets[given.get("Id", "")] = _part(given.get("Target", ""))

    def sheet(name: str, given: Mapping[str, str]) -> None:
        if local(name) == "sheet":
            part = targets.get(attribute(given, "id") or "", "")
            sheets.append((given.get("name", ""), part))

    parse(archive.chunks(_LINKS), link)
    parse(archive.chunks(_BOOK), sheet)
    if len({part for _, part in sheets}) < len(sheets):
        raise refused("file-unreadable", found="hai trang tính dùng chung một phần của tệp")
    if len(sheets) > MOST_SHEETS:
        raise too_many_sheets(len(sheets))
    return sheets


def _part(target: str) -> str:
    name = target.replace("\\", "/").lower()
    if name.startswith("/"):
        return name[1:]
    return name if name.startswith("xl/") else f"xl/{name}"
