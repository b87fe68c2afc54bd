"""The hidden texts of a file of results: what tells the file, and each of its rows, for sure.

A row has three keys: beside its texts, between the two cells that are filled in, and behind them.
Rows of which only a part was moved are told by their difference, and by the digests of the texts
beside them.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from hashlib import blake2b

from scoring.ingest.reference import Organisation
from scoring.text.words import fold, nfc

_SIGN, _VERSION, _KEY = "#ket-qua", "1", "kqct"
SECOND, THIRD = "#ket-qua-2", "#ket-qua-3"  # above the second and the third key
SIGNS = (f"{_SIGN} ", f"{_KEY}:")  # how a mark and a key begin
_MARK = re.compile(rf"{_SIGN} ([0-9]+) ([0-9a-f]+) (\[.*\])", re.S)
_FIRST = re.compile(rf"{_KEY}:([0-9a-f]+):([0-9a-f]+):(\[.*\])", re.S)
_OTHER = re.compile(rf"{_KEY}:(?P<id>[0-9a-f]+):(?P<digest>[0-9a-f]+)")


@dataclass(frozen=True)
class Mark:
    """Whose indicators a file is about, and when it was made (UTC)."""

    organisation: Organisation
    made_at: datetime


@dataclass(frozen=True)
class About:
    """What a row is about: the indicator by the name that results are kept under.

    `measure` is percent, points, rank, or what is counted; a percentage is not above `most`.
    """

    organisation: str
    indicator: str
    year: int
    measure: str
    most: float

    @property
    def id(self) -> str:
        """In few letters, other for any change of it."""
        return _digest([str(part) for part in astuple(self)])


@dataclass(frozen=True)
class FirstKey:
    """What a row is about, and the digest of what stood beside the key when the file was made."""

    about: About
    digest: str


@dataclass(frozen=True)
class OtherKey:
    """The id of what a row is about, and the digest of what was last told of it."""

    id: str
    digest: str


class NotOurs(ValueError):
    """A mark or a key that was changed."""


def mark_text(mark: Mark) -> str:
    """The mark as it is written above the keys."""
    of = mark.organisation
    parts = [of.id, of.name, of.level, of.parent or "", mark.made_at.isoformat()]
    return f"{_SIGN} {_VERSION} {_digest(parts)} {json.dumps(parts, ensure_ascii=False)}"


def is_mark(text: str) -> bool:
    """Whether a cell is the mark, whole or damaged."""
    return text.startswith(SIGNS[0])


def read_mark(text: str) -> Mark:
    """Raises: NotOurs for a mark that was changed, or of a later version."""
    match = _MARK.fullmatch(text)
    try:
        parts = json.loads(match[3]) if match and match[1] == _VERSION else []
        if not match or _digest(parts) != match[2]:
            raise NotOurs(text)
        name, shown, level, parent, made_at = parts
        moment = datetime.fromisoformat(made_at)
    except (ValueError, TypeError) as error:
        raise NotOurs(text) from error
    return Mark(Organisation(name, shown, level, parent or None), moment)


def first_key(about: About, shown: Sequence[str]) -> str:
    """The first key of a row, beside the texts that name it; their case does not count."""
    told = json.dumps(astuple(about), ensure_ascii=False)
    return f"{_KEY}:{about.id}:{shown_digest(about, shown)}:{told}"


def other_key(about: About, told: Sequence[str]) -> str:
    """The second and third key of a row, beside what was last told."""
    return f"{_KEY}:{about.id}:{told_digest(about.id, told)}"


def is_key(text: str) -> bool:
    """Whether a cell is a key, and no other text that begins like one."""
    text = text.strip()
    return bool(_FIRST.fullmatch(text) or _OTHER.fullmatch(text))


def read_first(text: str) -> FirstKey | None:
    """The first key in a cell; None for a blank one.

    Raises: NotOurs for anything else, and for one of which a part was changed.
    """
    if not text:
        return None
    match = _FIRST.fullmatch(text)
    try:
        organisation, indicator, year, measure, most = json.loads(match[3]) if match else []
        about = About(str(organisation), str(indicator), int(year), str(measure), float(most))
    except (ValueError, TypeError) as error:
        raise NotOurs(text) from error
    if match is None or about.id != match[1]:
        raise NotOurs(text)
    return FirstKey(about, match[2])


def read_other(text: str) -> OtherKey | None:
    """The second or third key in a cell; None for a blank one.

    Raises: NotOurs for anything else.
    """
    if not text:
        return None
    match = _OTHER.fullmatch(text)
    if match is None:
        raise NotOurs(text)
    return OtherKey(match["id"], match["digest"])


def shown_digest(about: About, shown: Sequence[str]) -> str:
    """The texts that name a row, in few letters."""
    return _digest([about.id, *(fold(text) for text in shown)])


def told_digest(of: str, told: Sequence[str]) -> str:
    """What is told in a row, in few letters."""
    return _digest([of, *(nfc(text) for text in told)])


def _digest(parts: Sequence[str]) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=5).hexdigest()
