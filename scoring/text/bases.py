"""What does a goal compare with: 'so với năm 2022 (năm 2022 là 83,99%)'?"""

import re
from dataclasses import dataclass

from scoring.text.goals import MEASURE, NUMBER
from scoring.text.numbers import parse_number

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_BASE_VALUE = rf"(?P<value>{NUMBER}) ?{MEASURE}"
_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)")
_BASE_INSIDE = re.compile(rf"(?:năm )?(?:{_YEAR})?(?: ?,? ?(?:là|đạt|:|=))? ?{_BASE_VALUE}")
_BASE = re.compile(
    rf"(?:\bso với|(?<=cao hơn)) (?:kết quả |mức )?(?:của )?(?:(?P<first>{NUMBER}) ?{MEASURE} )?"
    rf"(?:(?:của )?năm )?{_YEAR}(?:,? (?:năm (?P=year) )?là {_BASE_VALUE})?"
)
_LAST_YEAR = re.compile(r"\bso với (?:cùng kỳ )?(?:năm trước|năm ngoái|cùng kỳ)\b")


@dataclass(frozen=True)
class Bare:
    """A folded text without what it compares with and without brackets.

    Shape: `at` gives the place of each of its letters in the text that it was.
    """

    text: str
    at: tuple[int, ...]
    base_year: int | None
    base_value: float | None


def without_base(text: str) -> Bare:
    """A folded text taken apart: what it says, and the year and value it compares with."""
    gone = [one.span() for one in _BRACKETS.finditer(text)]
    gone += [one.span() for one in _LAST_YEAR.finditer(text)]
    match = _BASE.search(text)
    year = int(match["year"]) if match else None
    value = (match["first"] or match["value"]) if match else None
    if match:
        gone.append(match.span())
    if value is None:
        year, value = _in_brackets(text, year)
    kept = _kept(text, gone)
    return Bare("".join(text[at] for at in kept), kept, year, parse_number(value))


def is_base(inside: str, *, compared: bool) -> bool:
    """Whether the folded text of a pair of brackets says where a thing stood: 'năm 2022: 80%'.

    The value alone does where the sentence names the year that it is `compared` with.
    """
    match = _BASE_INSIDE.fullmatch(inside.strip())
    return bool(match and (match["year"] or compared))


def names_base_year(text: str) -> bool:
    """Whether a folded text says with which year it compares: 'so với năm 2022'."""
    return _BASE.search(text) is not None


def _in_brackets(text: str, year: int | None) -> tuple[int | None, str | None]:
    """The year and value that brackets tell, of the same year where one is known."""
    for brackets in _BRACKETS.finditer(text):
        base = _BASE_INSIDE.fullmatch(brackets["inside"].strip())
        said = int(base["year"]) if base and base["year"] else None
        if base and (said or year) and year in (None, said or year):
            return said or year, base["value"]
    return year, None


def _kept(text: str, gone: list[tuple[int, int]]) -> tuple[int, ...]:
    """The places of the letters that stay, blanks never two in a row."""
    without = {at for start, end in gone for at in range(start, end)}
    kept: list[int] = []
    for at, letter in enumerate(text):
        if at not in without and (letter != " " or (kept and text[kept[-1]] != " ")):
            kept.append(at)
    return tuple(kept)
