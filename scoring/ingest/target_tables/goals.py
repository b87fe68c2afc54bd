"""What does one cell of a table of targets ask for?"""

import re
from dataclasses import dataclass

from scoring.ingest.opening.workbook import Cell
from scoring.ingest.target_tables.measures import (
    PERCENT,
    POINTS,
    RANK,
    is_ranked,
    measure_in,
    measure_of,
)
from scoring.text.numbers import NotANumber, is_ambiguous, number_in, parse_number
from scoring.text.targets import Kind, parse_target
from scoring.text.words import fold, nfc

_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_CEILING = re.compile(
    r"\btối đa(?! h[oó]a)|\bkhông (?:vượt )?quá\b|\bgiảm (?:xuống )?(?:còn|dưới)\b|\bgiảm xuống\b"
    r"|\bkhông vượt\b"
)
_FALL = re.compile(r"(?:cắt )?giảm\b|hạ\b|rút ngắn\b")
_RISE = re.compile(r"(?:tăng(?! cường)|nâng(?! cao))\b(?!.*\b(?:lên|đạt)\b)")
_FLOOR = re.compile(r"[≥>]|\btối thiểu\b|\bít nhất\b|\btrên\b|\btừ\b|\bkhông dưới\b|\btrở lên\b")
_PLACE = re.compile(r"(?:(?:xếp )?(?:thứ )?(?:hạng|thứ) )?(?P<rank>[0-9]{1,3}) ?/ ?[0-9]{1,3}")
_DOWN_TO = re.compile(
    rf"giảm (?:xuống )?(?:còn|dưới|xuống)(?: (?:còn|dưới|không quá|tối đa))*"
    rf" (?P<number>{_NUMBER}) ?(?P<percent>%)?"
)
_OF_A_UNIT = re.compile(
    rf"(?P<sign>≥|>=?|≤|<=?|(?:đạt )?(?:tối thiểu|ít nhất|trên|từ)|tối đa|không quá|dưới|đạt)? ?"
    rf"(?P<number>{_NUMBER}) "
    r"(?P<unit>(?!(?:đến|tới|hoặc|và|trở)\b|.*\b(?:so với|tăng|giảm|hơn)\b)"
    r"[^\W\d_][^\d,;%~–-]{0,29}?)"
    r"(?P<up> trở lên)?(?P<down> trở xuống)?"
)
_AT_MOST = frozenset(("≤", "<", "<=", "tối đa", "không quá", "dưới"))
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True)
class Goal:
    """What is asked for: `amount` is in percent where `percent` says so, else in `measure`."""

    kind: Kind
    amount: float
    percent: bool
    measure: str | None
    base_year: int | None = None
    base_value: float | None = None


@dataclass(frozen=True)
class Asked:
    """What the texts around a cell say of its number: the indicator, its unit, the column."""

    indicator: str
    unit: str = ""  # the cell of the column of units, as printed
    column: str = ""  # the header text

    @property
    def measure(self) -> str | None:
        """The unit that they name, the surest first."""
        named = measure_of(self.unit) or measure_in(self.indicator) or measure_in(self.column)
        return named or (RANK if is_ranked(self.indicator) else None)

    @property
    def ceiling(self) -> bool:
        """Whether the number is the most that is allowed: 'không quá', 'tối đa', 'giảm còn'."""
        texts = (self.indicator, self.unit, self.column)
        return any(_CEILING.search(fold(text)) for text in texts)

    @property
    def change(self) -> bool:
        """Whether the indicator is a change, by an amount or to one: 'Giảm biên chế'."""
        return self.rise or (bool(_FALL.match(fold(self.indicator))) and not self.ceiling)

    @property
    def rise(self) -> bool:
        """Whether it is one upwards: 'at least 5 %' may be the rise or what it leads to."""
        return bool(_RISE.match(fold(self.indicator)))


def goal_of(cell: Cell, asked: Asked) -> Goal | None:
    """The goal in a cell; None where it is not understood for certain, or blank."""
    text = fold(cell) if type(cell) is str else ""
    if type(cell) is str and text.startswith(("+", "-", "−", "–")):
        return _in_words(text, asked)
    number = number_in(cell)
    if number is not None:
        return _of_number(cell, number, asked)
    return _in_words(text, asked) if text else None


def says_nothing(cell: Cell) -> bool:
    """Whether a cell is blank, or one of the marks that stand for nothing: '-', 'x', '…'."""
    try:
        return parse_number(cell) is None
    except NotANumber:
        return False


def _of_number(cell: Cell, number: float, asked: Asked) -> Goal | None:
    """A number alone is a level to reach; not where it may be a year, or a change of any kind."""
    text = fold(cell) if type(cell) is str else ""
    own = PERCENT if "%" in text or "phần trăm" in text else POINTS if "điểm" in text else None
    measure = own or asked.measure
    unclear = is_ambiguous(text) and measure not in (PERCENT, POINTS)
    year = measure is None and _YEAR.fullmatch(f"{number:g}") and not _YEAR.search(asked.column)
    if unclear or year or asked.change or number < 0:
        return None
    if measure == RANK:
        return _rank(number)
    kind: Kind = "at_most" if asked.ceiling else "at_least"
    return Goal(kind, number, measure == PERCENT, measure)


def _rank(number: float) -> Goal | None:
    return Goal("rank", number, False, RANK) if number >= 1 and number.is_integer() else None


def _in_words(text: str, asked: Asked) -> Goal | None:
    return _read_as_sentence(text, asked) or _place(text, asked) or _of_words(text, asked)


def _read_as_sentence(text: str, asked: Asked) -> Goal | None:
    read = parse_target(text)
    if read is None:
        return None
    if read.kind == "rank":
        return _rank(read.amount)
    measure = read.measure if read.percent or read.measure == POINTS else None
    measure = measure or measure_of(asked.unit) or read.measure or asked.measure
    kind = read.kind
    if measure == RANK or (asked.rise and kind != "rise"):
        return None  # 'từ 20' of a rank: up or down?
    if kind == "at_least" and asked.ceiling and not _FLOOR.search(text):
        kind = "at_most"
    percent = read.percent or measure == PERCENT
    return Goal(kind, read.amount, percent, measure, read.base_year, read.base_value)


def _place(text: str, asked: Asked) -> Goal | None:
    """'20/63' of an indicator that is a rank."""
    match = _PLACE.fullmatch(text)
    return _rank(float(match["rank"])) if match and asked.measure == RANK else None


def _of_words(text: str, asked: Asked) -> Goal | None:
    """'giảm còn 5%', 'ít nhất 02 lần/năm': what no sentence says so."""
    if down := _DOWN_TO.fullmatch(text):
        measure = PERCENT if down["percent"] else asked.measure
        amount = number_in(down["number"])
        return Goal("at_most", amount, measure == PERCENT, measure) if amount is not None else None
    match = _OF_A_UNIT.fullmatch(text)
    if (
        not match
        or asked.rise
        or (asked.change and not match["sign"])
        or is_ambiguous(match["number"])
    ):
        return None
    amount = number_in(match["number"])
    if amount is None or measure_of(match["unit"]) in (PERCENT, RANK):
        return None
    most = match["sign"] in _AT_MOST or match["down"] or (asked.ceiling and not match["sign"])
    kind: Kind = "at_most" if most else "at_least"
    return Goal(kind, amount, False, measure_of(asked.unit) or nfc(match["unit"]))
