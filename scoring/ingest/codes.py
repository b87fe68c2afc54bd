"""Which criterion each row is: codes as printed, made canonical and repaired by their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from scoring.ingest.workbook import Cell
from scoring.text.codes import (
    all_numbered,
    code_text,
    dates_as_codes,
    numbered,
    order_of,
    parent_of,
    roman,
)

_GAP = 5  # codes left out before a lost zero: tables often print only the rows with losses
_CAPITALS = "ABCDEFGH"
_LETTERS = frozenset("abcdđeghiklmnopq")


@dataclass(frozen=True)
class Repair:
    """A code that was read as something other than its cell says."""

    at: int
    found: str
    code: str


def canonical_codes(cells: Sequence[Cell]) -> tuple[list[str], tuple[Repair, ...], frozenset[int]]:
    """The canonical code of each cell ('' where there is none), the repairs, the roman headings.

    Roman headings become 1, 2, 3; numbers that restart under them get their parent's number in
    front; letters hang under the last number; dates and 1.10 stored as 1.1 go back to codes.
    """
    if set(map(type, cells)) == {str} and all_numbered(cells):
        return list(cells), (), frozenset()
    texts = [cell if type(cell) is str and numbered(cell) else code_text(cell) for cell in cells]
    headings = {at: number for at, text in enumerate(texts) if (number := _heading(text))}
    headings = headings or _capitals(texts)
    codes, repairs = _in_order(cells, texts, headings)
    return _lettered(_under_headings(codes, headings)), tuple(repairs), frozenset(headings)


def _heading(text: str) -> int | None:
    return roman(text) if text.isalpha() and text.isascii() else None


def _capitals(texts: Sequence[str]) -> dict[int, int]:
    """Sections called A, B, C, where the first of them is A and there is a second."""
    at = [at for at, text in enumerate(texts) if len(text) == 1 and text in _CAPITALS]
    in_turn = [texts[one] for one in at] == list(_CAPITALS[: len(at)])
    return {one: _CAPITALS.index(texts[one]) + 1 for one in at} if len(at) > 1 and in_turn else {}


def _is_code(text: str) -> bool:
    return numbered(text) or text in _LETTERS


def _in_order(
    cells: Sequence[Cell], texts: Sequence[str], headings: dict[int, int]
) -> tuple[list[str], list[Repair]]:
    """Codes with dates and lost zeros put right by what stands before them."""
    codes: list[str] = []
    repairs: list[Repair] = []
    before = ""
    for at, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        code = text if _is_code(text) or at in headings else ""
        if isinstance(cell, (date, datetime)):
            code = _from_date(cell, before)
            repairs.append(Repair(at, f"ngày {cell:%d/%m/%Y}", code))
        elif type(cell) is float and not cell.is_integer():
            code = _with_lost_zero(text, before)
            if code != text:
                repairs.append(Repair(at, text, code))
        codes.append(code)
        before = code if numbered(code) else before
    return codes, repairs


def _from_date(value: date, before: str) -> str:
    """The reading of a date that follows the code before it most closely."""
    candidates = dates_as_codes(value)
    later = [code for code in candidates if before and order_of(code) > order_of(before)]
    same_domain = [code for code in later if code.split(".")[0] == before.split(".")[0]]
    return min(same_domain or later, key=order_of, default=candidates[0])


def _with_lost_zero(code: str, before: str) -> str:
    """1.1 stored as a number after 1.9 was 1.10."""
    if not numbered(code) or not before.startswith(parent_of(code) + "."):
        return code
    last = int(code.rpartition(".")[2])
    previous = before.split(".")[1]
    previous_last = int(previous) if previous.isdigit() else 0
    lost = last < 10 and last < previous_last and last * 10 - _GAP <= previous_last < last * 10
    return code + "0" if lost else code


def _under_headings(codes: list[str], headings: dict[int, int]) -> list[str]:
    """Numbers under roman headings, with the heading's number in front where they restart."""
    if not headings:
        return codes
    first = min(headings)
    restarts = any(
        code.isdigit() for at, code in enumerate(codes) if at > first and at not in headings
    )
    result: list[str] = []
    heading = ""
    for at, code in enumerate(codes):
        if at in headings:
            heading = str(headings[at])
            result.append(heading)
        elif heading and numbered(code) and restarts:
            result.append(f"{heading}.{code}")
        elif heading and numbered(code) and code.split(".")[0] != heading:
            rest = code.removeprefix("1.")
            result.append(f"{heading}.{rest}")
        else:
            result.append(code)
    return result


def _lettered(codes: list[str]) -> list[str]:
    """Letters under the last number: a, b under 1.1 become 1.1.a, 1.1.b."""
    return list(_hung(codes)) if not _LETTERS.isdisjoint(codes) else codes


def _hung(codes: Sequence[str]) -> Iterator[str]:
    above = ""
    for code in codes:
        if code in _LETTERS and above:
            yield f"{above}.{code}"
        else:
            above = code if numbered(code) else above
            yield code if numbered(code) else ""
